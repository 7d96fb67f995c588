namespace ListmonkPS;

/// <summary>What is publicly known of a provider's sending limits; null where nothing is. An account may have others.</summary>
public sealed record SmtpProviderLimits
{
    /// <summary>Messages or recipients within 24 hours.</summary>
    public int? PerDay { get; init; }

    /// <summary>Messages within an hour.</summary>
    public int? PerHour { get; init; }

    /// <summary>Messages within a minute.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Messages within a second.</summary>
    public int? PerSecond { get; init; }

    /// <summary>Connections at the same time.</summary>
    public int? Connections { get; init; }

    /// <summary>Recipients of one message.</summary>
    public int? RecipientsPerMessage { get; init; }

    /// <summary>The limits that are known, in one line.</summary>
    public override string ToString() => string.Join("; ", new (string Key, int? Value)[]
    {
        ("per-day", PerDay), ("per-hour", PerHour), ("per-minute", PerMinute), ("per-second", PerSecond),
        ("connections", Connections), ("recipients", RecipientsPerMessage),
    }.Where(limit => limit.Value is not null).Select(limit => Texts.Format("smtp.limit." + limit.Key, limit.Value)));
}
