namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>When people sign up: over half a year, more on working days and in waking hours.</summary>
internal sealed class SignUpTimes(Random random, DateTimeOffset now)
{
    /// <summary>How far the history goes back.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(180);

    /// <summary>Weight of each day, Sunday first.</summary>
    private static readonly double[] Days = [0.5, 1.0, 1.0, 0.95, 0.9, 0.75, 0.45];
    private const double NightWeight = 0.2;

    /// <summary>A Wednesday's noon, which the end of every history counts as: the same seed makes the same people at any hour that the tests run.</summary>
    private static readonly DateTimeOffset End = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>So many times, ascending.</summary>
    public DateTimeOffset[] Draw(int count)
    {
        DateTimeOffset[] times = new DateTimeOffset[count];
        for (int i = 0; i < count; i++)
            times[i] = DrawOne();
        Array.Sort(times);
        return times;
    }

    private DateTimeOffset DrawOne()
    {
        while (true)
        {
            // PostgreSQL keeps microseconds.
            TimeSpan before = TimeSpan.FromMicroseconds(random.NextInt64((long)Span.TotalMicroseconds) + 1);
            DateTimeOffset time = End - before;
            double weight = Days[(int)time.DayOfWeek] * (time.Hour is >= 6 and < 23 ? 1 : NightWeight);
            if (random.NextDouble() < weight)
                return now - before;
        }
    }
}
