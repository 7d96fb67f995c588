namespace ListmonkPS;

/// <summary>How many people of one list have one pair of states.</summary>
public sealed record SubscriberStatusCount
{
    /// <summary>List number; null for subscribers who are on no list.</summary>
    public int? ListId { get; init; }

    /// <summary>List name; empty for subscribers who are on no list.</summary>
    public required string ListName { get; init; }

    /// <summary>"double" when the list asks for confirmation, "single" when not; null for subscribers who are on no list.</summary>
    public string? OptIn { get; init; }

    /// <summary>State of the subscriber: enabled, disabled or blocklisted.</summary>
    public required string SubscriberStatus { get; init; }

    /// <summary>State of the subscription: unconfirmed, confirmed or unsubscribed; null for subscribers who are on no list.</summary>
    public string? SubscriptionStatus { get; init; }

    /// <summary>Number of people.</summary>
    public long Count { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}
