namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>How much more or less of those who sign up on a weekday confirm, learnt from the time before a break: a weekend is not one.</summary>
internal sealed class WeekdayPattern
{
    /// <summary>Confirmations of the usual share that each day is given, so that few of them make no pattern.</summary>
    private const double Prior = 20;

    /// <summary>1970 began on a Thursday; any fixed day would do.</summary>
    private const int Days = 7;

    private readonly double[] _weights = new double[Days];

    /// <summary>Learns the pattern of a stretch of time.</summary>
    /// <param name="series">The sign-ups.</param>
    /// <param name="from">First place.</param>
    /// <param name="to">The place after the last.</param>
    public WeekdayPattern(RateSeries series, int from, int to)
    {
        RateSum[] days = new RateSum[Days];
        for (int index = from; index < to; index++)
            days[DayOf(series.QuarterAt(index))] += series.Sum(index, index + 1);
        double share = series.Sum(from, to).Share;
        for (int day = 0; day < Days; day++)
            _weights[day] = (days[day].Confirmed + Prior) / ((days[day].Trials * share) + Prior);
    }

    /// <summary>The series with each sign-up counted by its weekday.</summary>
    public RateSeries Apply(RateSeries series) => series.Weighted(quarter => _weights[DayOf(quarter)]);

    private static int DayOf(long quarter) => (int)(quarter / SignUpCell.InDay % Days);
}
