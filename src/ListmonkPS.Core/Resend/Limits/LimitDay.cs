namespace ListmonkPS.Core.Resend.Limits;

/// <summary>
/// The day of a daily limit: from midnight to midnight in a time zone. A day may have 23 or 25 hours, a midnight may come twice or not at all (clocks set forward at
/// midnight); a limit counts from the first moment that bears the date.
/// </summary>
internal static class LimitDay
{
    /// <summary>When the day of a time began.</summary>
    public static DateTimeOffset StartOf(DateTimeOffset time, TimeZoneInfo zone) => MidnightOf(TimeZoneInfo.ConvertTime(time, zone).Date, zone);

    /// <summary>When the next day begins.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset time, TimeZoneInfo zone) => MidnightOf(TimeZoneInfo.ConvertTime(time, zone).Date.AddDays(1), zone);

    private static DateTimeOffset MidnightOf(DateTime date, TimeZoneInfo zone)
    {
        DateTime midnight = DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
        if (zone.IsInvalidTime(midnight))
        {
            // It never strikes: the day begins at the moment of the change, which the offset before it tells.
            return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight.AddHours(-12))).ToUniversalTime();
        }

        TimeSpan offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
