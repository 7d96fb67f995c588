namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>
/// Finds the break of a confirmation rate. A place is found by likelihood ratio, then has to stand: against the pattern of the week and the spread of the days,
/// by an exact test counted for every day at which it might have been found (Bonferroni), and against a mere drift.
/// </summary>
internal static class BreakFinder
{
    private const double LargestFalseAlarm = 0.003;
    private const double StrongFalseAlarm = 0.0001;

    /// <summary>How much likelier than a drift a step must be, as a logarithm.</summary>
    private const double LeastStep = 2;

    /// <summary>What leaves less than this part of the share within the window is no drift, however it went.</summary>
    private const double Collapse = 0.2;

    /// <summary>Four weeks see what is sudden, sixteen what is rare.</summary>
    private static readonly long[] Windows = [28 * SignUpCell.InDay, 112 * SignUpCell.InDay];

    /// <summary>The break of a series; null when there is none.</summary>
    /// <param name="series">The sign-ups.</param>
    /// <param name="looks">Number of series that are looked at beside each other.</param>
    public static FoundBreak? Find(RateSeries series, int looks = 1)
    {
        foreach (long window in Windows)
        {
            if (BreakScan.FindDrop(series, window) is { } cut && Judge(series, cut, window, looks) is { } found)
                return found;
        }

        return null;
    }

    private static FoundBreak? Judge(RateSeries raw, int cut, long window, int looks)
    {
        long quarter = raw.QuarterAt(cut);
        int from = raw.IndexOf(quarter - window);
        RateSeries series = new WeekdayPattern(raw, from, cut).Apply(raw);
        RateSum before = series.Sum(from, cut);
        int? recovery = BreakScan.FindRecovery(series, cut, before.Share);
        int end = recovery ?? series.Count;
        int to = Math.Min(end, series.IndexOf(quarter + window));
        RateSum after = series.Sum(cut, to);
        long last = to < series.Count ? series.QuarterAt(to) : series.QuarterAt(to - 1) + 1;
        double dispersion = DailyRates.Dispersion(series, quarter - window, quarter);
        double falseAlarm = FisherTest.Fewer(before, after, dispersion) * DaysIn(series) * Windows.Length * looks;
        bool stands = falseAlarm <= LargestFalseAlarm
            && after.Share <= BreakScan.LargestRemainder * before.Share
            && (after.Share <= Collapse * before.Share || DailyRates.StepOverDrift(series, quarter - window, quarter, last) >= LeastStep * dispersion);
        if (!stands)
            return null;
        BreakDate date = BreakDate.Within(series, from, to, dispersion);
        return new FoundBreak(
            series.QuarterAt(date.At), date.NotBefore, date.NotAfter, recovery is null ? null : series.QuarterAt(end), before.Share,
            raw.Sum(date.At, end), falseAlarm, falseAlarm <= StrongFalseAlarm && last - quarter >= SignUpCell.InDay);
    }

    private static int DaysIn(RateSeries series)
    {
        int days = 1;
        for (int index = 1; index < series.Count; index++)
            days += series.QuarterAt(index) / SignUpCell.InDay != series.QuarterAt(index - 1) / SignUpCell.InDay ? 1 : 0;
        return days;
    }
}
