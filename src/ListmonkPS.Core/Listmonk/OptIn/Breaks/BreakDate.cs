namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>
/// When a break was, with its uncertainty: the exact posterior of a change-point in binomials of unknown probability, each moment as likely as any other before
/// (Smith, Biometrika 62, 1975).
/// </summary>
/// <param name="At">The median, a place in the series.</param>
/// <param name="NotBefore">Quarter that it lies at or after, with all but 2.5 %.</param>
/// <param name="NotAfter">Quarter that it lies before, with all but 2.5 %.</param>
internal sealed record BreakDate(int At, long NotBefore, long NotAfter)
{
    private const double Tail = 0.025;

    /// <summary>What nothing is known of before: the prior of Jeffreys.</summary>
    private const double Prior = 0.5;

    /// <summary>The date of a break within a stretch.</summary>
    /// <param name="series">The sign-ups.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">The place after the last.</param>
    /// <param name="dispersion">How much more the counts spread than binomial ones.</param>
    public static BreakDate Within(RateSeries series, int from, int to, double dispersion)
    {
        double[] logs = new double[to - from - 1];
        for (int cut = from + 1; cut < to; cut++)
        {
            RateSum before = series.Sum(from, cut);
            RateSum after = series.Sum(cut, to);
            // The break is in the gap that ends here, anywhere in it.
            double gap = Math.Log(series.QuarterAt(cut) - series.QuarterAt(cut - 1));
            logs[cut - from - 1] = before.Share > after.Share ? Evidence(before, dispersion) + Evidence(after, dispersion) + gap : double.NegativeInfinity;
        }

        double top = logs.Max();
        double[] weights = [.. logs.Select(log => Math.Exp(log - top))];
        double all = weights.Sum();
        int early = from + 1 + Quantile(weights, all * Tail);
        int late = from + 1 + Quantile(weights, all * (1 - Tail));
        return new BreakDate(from + 1 + Quantile(weights, all / 2), series.QuarterAt(early - 1), series.QuarterAt(late) + 1);
    }

    private static double Evidence(RateSum sum, double dispersion) => LogGamma.Beta(
        (sum.Confirmed / dispersion) + Prior, (Math.Max(0, sum.Trials - sum.Confirmed) / dispersion) + Prior);

    private static int Quantile(double[] weights, double wanted)
    {
        int index = 0;
        for (double sum = weights[0]; sum < wanted && index < weights.Length - 1; sum += weights[index])
            index++;
        return index;
    }
}
