namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>
/// Fisher's exact test of two binomials: how likely are so few successes in the second when both have one probability, given the successes of both together.
/// </summary>
internal static class FisherTest
{
    private const double Negligible = 1e-14;

    /// <summary>The one-sided probability. Of the first as many count as confirmed as would if they were as young as the second.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    /// <param name="dispersion">How much more the counts spread than binomial ones, 1 for not at all; they count for so much less.</param>
    public static double Fewer(RateSum before, RateSum after, double dispersion)
    {
        double first = Math.Round(before.People / dispersion);
        double second = Math.Round(after.People / dispersion);
        double drawn = Math.Min(Math.Round(after.Confirmed / dispersion), second);
        double successes = Math.Min(Math.Round(first * Math.Min(1, before.Share * after.Maturity)), first) + drawn;
        double whole = LogGamma.Choose(first + second, second);
        double sum = 0;
        for (double count = Math.Min(drawn, successes); count >= Math.Max(0, second - (first + second - successes)); count--)
        {
            double term = Math.Exp(LogGamma.Choose(successes, count) + LogGamma.Choose(first + second - successes, second - count) - whole);
            sum += term;
            if (term < sum * Negligible)
                break;
        }

        return Math.Min(1, sum);
    }
}
