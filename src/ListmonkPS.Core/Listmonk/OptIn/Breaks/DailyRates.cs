namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>The days around a break, counted from it, and what they say of the kind of change that it was.</summary>
internal static class DailyRates
{
    /// <summary>The part of the days that may be out of order.</summary>
    private const double Trimmed = 0.1;

    /// <summary>Mean of the chi-square distribution with one degree of freedom without its largest tenth.</summary>
    private const double TrimmedChiSquare = 0.62;

    private const double LeastExpected = 5;
    private const int LeastBlocks = 7;

    /// <summary>
    /// How much more the days of a stretch spread than chance makes them; 1 for not at all. The worst days are left out: a day of robots must not hide a break.
    /// Days on which few confirm are taken together until their number is one that spreads like others.
    /// </summary>
    public static double Dispersion(RateSeries series, long from, long to)
    {
        double share = series.Between(from, to).Share;
        List<double> squares = [];
        RateSum block = default;
        foreach ((_, RateSum day) in Days(series, from, to))
        {
            block += day;
            double expected = block.Trials * share;
            if (expected < LeastExpected)
                continue;
            double variance = expected * Math.Max(0.05, 1 - (share * block.Maturity));
            squares.Add((block.Confirmed - expected) * (block.Confirmed - expected) / variance);
            block = default;
        }

        if (squares.Count < LeastBlocks)
            return 1;
        squares.Sort();
        double spread = squares.Take(squares.Count - (int)Math.Ceiling(squares.Count * Trimmed)).Average() / TrimmedChiSquare;
        // The spread of few is itself by chance: only what is beyond that counts.
        return Math.Max(1, spread / (1 + (1 / Math.Sqrt(squares.Count))));
    }

    /// <summary>By how much a step explains the days better than a straight drift does, as a difference of log likelihoods.</summary>
    public static double StepOverDrift(RateSeries series, long from, long cut, long to)
    {
        RateSum before = series.Between(from, cut);
        RateSum after = series.Between(cut, to);
        (double Middle, RateSum Sum)[] days = [.. Days(series, from, cut), .. Days(series, cut, to)];
        double trials = days.Sum(day => day.Sum.Trials);
        double meanTime = days.Sum(day => day.Sum.Trials * day.Middle) / trials;
        double meanShare = days.Sum(day => day.Sum.Confirmed) / trials;
        double spread = days.Sum(day => day.Sum.Trials * (day.Middle - meanTime) * (day.Middle - meanTime));
        double slope = spread > 0 ? days.Sum(day => (day.Middle - meanTime) * (day.Sum.Confirmed - (day.Sum.Trials * meanShare))) / spread : 0;
        double drift = days.Sum(day => day.Sum.LogLikelihood(Math.Clamp(meanShare + (slope * (day.Middle - meanTime)), 0.001, 0.999)));
        return before.LogLikelihood(before.Share) + after.LogLikelihood(after.Share) - drift;
    }

    private static IEnumerable<(double Middle, RateSum Sum)> Days(RateSeries series, long from, long to)
    {
        for (long day = from; day < to; day += SignUpCell.InDay)
        {
            long end = Math.Min(to, day + SignUpCell.InDay);
            RateSum sum = series.Between(day, end);
            if (sum.Trials > 0)
                yield return ((day + end) / 2.0, sum);
        }
    }
}
