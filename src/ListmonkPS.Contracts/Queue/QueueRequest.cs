namespace ListmonkPS;

/// <summary>What the queue is held against.</summary>
public sealed record QueueRequest
{
    /// <summary>Mails that may be sent a day; null for what is publicly known of the providers of the settings.</summary>
    public long? DailyLimit { get; init; }

    /// <summary>Zone in which the day begins; null for that of this machine.</summary>
    public TimeZoneInfo? TimeZone { get; init; }
}
