namespace ListmonkPS;

/// <summary>
/// The sign-ups of one period to one list, and what has become of them until now. SignedUp is Confirmed, Waiting, Unsubscribed and Blocked together; what was
/// not signed up for, as far as it can be told, stands apart in Imported and Preconfirmed.
/// </summary>
public sealed record OptInPeriod
{
    /// <summary>First moment of the period, in local time with its offset; a day or week begins at local midnight.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>First moment after the period.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>Number of the list.</summary>
    public int ListId { get; init; }

    /// <summary>Name of the list.</summary>
    public required string ListName { get; init; }

    /// <summary>People who signed up in the period (subscriber_lists.created_at; signing up again leaves no trace).</summary>
    public long SignedUp { get; init; }

    /// <summary>Those of them who have confirmed, whenever that was.</summary>
    public long Confirmed { get; init; }

    /// <summary>Those of them who are enabled and wait for confirmation.</summary>
    public long Waiting { get; init; }

    /// <summary>Those of them who have unsubscribed; whether they had confirmed before is recorded nowhere.</summary>
    public long Unsubscribed { get; init; }

    /// <summary>Those of them who never confirmed and are disabled or blocklisted now.</summary>
    public long Blocked { get; init; }

    /// <summary>Rows made in the same second as at least nine others, as imports make them; no mail was ever due for them.</summary>
    public long Imported { get; init; }

    /// <summary>Rows that were confirmed when they were made, as administrators and programs may make them; no mail was due for them.</summary>
    public long Preconfirmed { get; init; }

    /// <summary>Confirmed by SignedUp, 0 to 1; null when nobody signed up.</summary>
    public double? Share { get; init; }

    /// <summary>Those who confirmed within a day of signing up, by SignedUp; comparable between old and new periods. Null when nobody signed up.</summary>
    public double? ShareWithinDay { get; init; }

    /// <summary>Half of those who confirmed did so within this time, in whole seconds; null when that is not known.</summary>
    public TimeSpan? MedianTimeToConfirm { get; init; }

    /// <summary>Nine of ten of those who confirmed did so within this time, in whole seconds; null when that is not known.</summary>
    public TimeSpan? Percentile90TimeToConfirm { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }

    /// <summary>Shares within a day of all periods of this list, for the head of its view.</summary>
    internal IReadOnlyList<double?> Series { get; init; } = [];
}
