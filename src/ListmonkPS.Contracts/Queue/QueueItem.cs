namespace ListmonkPS;

/// <summary>One thing that waits or is under way: a campaign, people of one age who wait, today's mails against the limit, a run of resending.</summary>
public sealed record QueueItem
{
    /// <summary>What it is.</summary>
    public QueueItemKind Kind { get; init; }

    /// <summary>Name of the campaign or run; the age of those who wait; the day.</summary>
    public required string Name { get; init; }

    /// <summary>Status of the campaign or state of the run; empty for any other.</summary>
    public string Status { get; init; } = "";

    /// <summary>How many there are in all: recipients of a campaign, people who wait, mails sent today at least. Null when not known.</summary>
    public long? Total { get; init; }

    /// <summary>How many are done. A campaign counts attempts, also those that were refused.</summary>
    public long? Done { get; init; }

    /// <summary>How many are left.</summary>
    public long? Left => Total is { } total && Done is { } done ? Math.Max(0, total - done) : null;

    /// <summary>Share that is done, 0 to 1; null when not known.</summary>
    public double? Progress => Total is > 0 && Done is { } done ? Math.Min(1, (double)done / Total.Value) : null;

    /// <summary>Mails a minute now; null when not known, as with the database alone.</summary>
    public double? RatePerMinute { get; init; }

    /// <summary>True when it should move and does not.</summary>
    public bool IsStuck { get; init; }

    /// <summary>True for an opt-in campaign.</summary>
    public bool IsOptIn { get; init; }

    /// <summary>The least limit of a day that is known, for mails sent today; null for none.</summary>
    public long? Limit { get; init; }

    /// <summary>Where the limit is known from.</summary>
    public string? LimitSource { get; init; }

    /// <summary>Mails sent today at most, where what is recorded leaves it open.</summary>
    public long? AtMost { get; init; }

    /// <summary>When it began; for those who wait the sign-up of the oldest.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it last moved, or when a scheduled campaign is to begin.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>What there is to say of it, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}
