namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>Sign-ups and confirmations by quarter of an hour, those without sign-ups left out; the sum of any stretch costs nothing.</summary>
internal sealed class RateSeries
{
    /// <summary>Sign-ups younger than this share of the curve tell too little.</summary>
    private const double LeastMaturity = 0.5;

    private readonly long[] _quarters;
    private readonly double[] _people;
    private readonly double[] _trials;
    private readonly double[] _confirmed;

    private RateSeries(long[] quarters, IReadOnlyList<RateSum> sums)
    {
        _quarters = quarters;
        _people = new double[quarters.Length + 1];
        _trials = new double[quarters.Length + 1];
        _confirmed = new double[quarters.Length + 1];
        for (int index = 0; index < quarters.Length; index++)
        {
            _people[index + 1] = _people[index] + sums[index].People;
            _trials[index + 1] = _trials[index] + sums[index].Trials;
            _confirmed[index + 1] = _confirmed[index] + sums[index].Confirmed;
        }
    }

    /// <summary>Number of quarters with sign-ups.</summary>
    public int Count => _quarters.Length;

    /// <summary>The series of some sign-ups.</summary>
    /// <param name="cells">The sign-ups.</param>
    /// <param name="curve">How fast people confirm.</param>
    /// <param name="now">Quarter in which they were read.</param>
    public static RateSeries Of(IEnumerable<SignUpCell> cells, DelayCurve curve, long now)
    {
        SortedDictionary<long, (long People, long Confirmed)> counts = [];
        foreach (SignUpCell cell in cells)
        {
            if (cell.Delay == SignUpCell.ConfirmedAtOnce && curve.KnowsDelays)
                continue;
            (long people, long confirmed) = counts.GetValueOrDefault(cell.Quarter);
            counts[cell.Quarter] = (people + cell.People, confirmed + (cell.Delay == SignUpCell.Unconfirmed ? 0 : cell.People));
        }

        List<long> quarters = [];
        List<RateSum> sums = [];
        foreach ((long quarter, (long people, long confirmed)) in counts)
        {
            double maturity = curve.By((now - quarter) * (double)SignUpCell.Seconds);
            if (maturity < LeastMaturity)
                continue;
            quarters.Add(quarter);
            sums.Add(new RateSum(people, people * maturity, confirmed));
        }

        return new RateSeries([.. quarters], sums);
    }

    /// <summary>The quarter at a place.</summary>
    public long QuarterAt(int index) => _quarters[index];

    /// <summary>The first place at or after a quarter.</summary>
    public int IndexOf(long quarter)
    {
        int index = Array.BinarySearch(_quarters, quarter);
        return index < 0 ? ~index : index;
    }

    /// <summary>What is from one place up to another, that one left out.</summary>
    public RateSum Sum(int from, int to) => to <= from
        ? default
        : new(_people[to] - _people[from], _trials[to] - _trials[from], _confirmed[to] - _confirmed[from]);

    /// <summary>What is from one quarter up to another, that one left out.</summary>
    public RateSum Between(long from, long to) => Sum(IndexOf(from), IndexOf(to));

    /// <summary>The same sign-ups, each counted by a weight of its quarter.</summary>
    public RateSeries Weighted(Func<long, double> weight) => new(
        _quarters,
        [.. _quarters.Select((quarter, index) =>
        {
            RateSum sum = Sum(index, index + 1);
            return sum with { Trials = sum.Trials * weight(quarter) };
        })]);
}
