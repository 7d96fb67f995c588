namespace ListmonkPS.Core.Resend.Limits;

/// <summary>How long a run takes at least, at its limits.</summary>
internal static class RunDuration
{
    /// <summary>Beyond ten years a day of its clock more or less says nothing.</summary>
    private const long CountedDays = 3650;

    /// <summary>A thousand years, that is never: calendars end.</summary>
    private const long MostDays = 365_000;

    /// <summary>From now to its last mail, when nothing of today's allowance is used.</summary>
    /// <param name="count">People to be mailed.</param>
    /// <param name="limits">Its limits.</param>
    /// <param name="now">The time.</param>
    public static TimeSpan Of(long count, ResendLimits limits, DateTimeOffset now)
    {
        TimeSpan byRate = limits.Interval * count;
        if (limits.DailyLimit is not { } limit || count <= limit)
            return byRate;
        // Full days, then what is left of the last one at the rate of a minute.
        long days = (count - 1) / limit;
        DateTimeOffset last = now;
        for (long day = 0; day < Math.Min(days, CountedDays); day++)
            last = LimitDay.EndOf(last, limits.TimeZone);
        TimeSpan byDays = last - now + TimeSpan.FromDays(Math.Max(0, Math.Min(days, MostDays) - CountedDays)) + (limits.Interval * (count - (days * limit)));
        return byDays > byRate ? byDays : byRate;
    }
}
