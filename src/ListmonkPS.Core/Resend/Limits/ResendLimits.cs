namespace ListmonkPS.Core.Resend.Limits;

/// <summary>How fast and how often a run may send. Unlike its identity, these may change when it is resumed.</summary>
internal sealed record ResendLimits
{
    /// <summary>Mails a minute of the account.</summary>
    public required int RatePerMinute { get; init; }

    /// <summary>Mails a day of the account; null for no limit.</summary>
    public required int? DailyLimit { get; init; }

    /// <summary>How often a mail is tried.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Mails at the same time.</summary>
    public required int ThrottleLimit { get; init; }

    /// <summary>Nobody is mailed again who was within this span.</summary>
    public required TimeSpan MinimumInterval { get; init; }

    /// <summary>Time zone whose midnight begins a day.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    /// <summary>Who was mailed after this is not mailed again.</summary>
    /// <param name="now">The time.</param>
    public DateTimeOffset MailedBefore(DateTimeOffset now) =>
        MinimumInterval < now - DateTimeOffset.MinValue ? now - MinimumInterval : DateTimeOffset.MinValue;

    /// <summary>Time between two mails.</summary>
    public TimeSpan Interval => TimeSpan.FromMinutes(1) / RatePerMinute;
}
