namespace ListmonkPS.Core.Resend.Limits;

/// <summary>How long a run takes at least, at its limits.</summary>
internal static class RunDuration
{
    /// <summary>Beyond ten years a day of its clock more or less says nothing.</summary>
    private const long CountedDays = 3650;

    /// <summary>A thousand years, that is never: calendars end.</summary>
    private const long MostDays = 365_000;

    /// <summary>From now to its last mail.</summary>
    /// <param name="count">People to be mailed.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="now">The time.</param>
    /// <param name="used">What is used of the day's allowance.</param>
    public static TimeSpan Of(long count, ResendLimits limits, DateTimeOffset now, int used = 0)
    {
        TimeSpan byRate = limits.Interval * count;
        if (limits.DailyLimit is not { } limit || count <= Math.Max(0, limit - used))
            return byRate;
        // What is left of today, full days, then the rest of the last one at the rate of a minute.
        long later = count - Math.Max(0, limit - used);
        long days = (later + limit - 1) / limit;
        DateTimeOffset last = now;
        for (long day = 0; day < Math.Min(days, CountedDays); day++)
            last = LimitDay.EndOf(last, limits.TimeZone);
        TimeSpan byDays = last - now + TimeSpan.FromDays(Math.Max(0, Math.Min(days, MostDays) - CountedDays)) + (limits.Interval * (later - ((days - 1) * limit)));
        return byDays > byRate ? byDays : byRate;
    }
}
