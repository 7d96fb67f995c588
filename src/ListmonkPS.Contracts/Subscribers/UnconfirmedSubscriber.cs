namespace ListmonkPS;

/// <summary>One enabled person who waits for confirmation on at least one active double opt-in list. One mail would cover all the lists named here.</summary>
public sealed record UnconfirmedSubscriber
{
    /// <summary>Subscriber number.</summary>
    public int SubscriberId { get; init; }

    /// <summary>Subscriber UUID.</summary>
    public Guid SubscriberUuid { get; init; }

    /// <summary>Address, as stored but made harmless for display.</summary>
    public required string Email { get; init; }

    /// <summary>Name, as stored but made harmless for display.</summary>
    public required string Name { get; init; }

    /// <summary>Numbers of the lists that wait for confirmation, ascending.</summary>
    public required TextList<int> ListId { get; init; }

    /// <summary>Names of the same lists in the same order.</summary>
    public required TextList<string> ListName { get; init; }

    /// <summary>When the oldest of these subscriptions was made (subscriber_lists.created_at; a later sign-up does not move it).</summary>
    public DateTimeOffset SubscribedAt { get; init; }

    /// <summary>Time since <see cref="SubscribedAt"/> when the row was read.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}
