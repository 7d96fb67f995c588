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

    /// <summary>How many confirmation mails were sent again by this module, by any run; null where no ledger can be read.</summary>
    public int? ResendCount { get; init; }

    /// <summary>When the last of them was sent; null when there was none, or where no ledger can be read.</summary>
    public DateTimeOffset? LastResendAt { get; init; }

    /// <summary>
    /// Why a mail to this person may be wrong: a burst of sign-ups as robots and imports make them, or a list that may have been single opt-in when the
    /// person signed up (G11). Null when there is no such sign. A resend leaves such people out unless it is told to include them.
    /// </summary>
    public string? Suspect { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }

    /// <summary>Makes the confirm link; null where the server's root address is not known.</summary>
    internal Func<UnconfirmedSubscriber, Uri>? ConfirmLink { get; init; }

    /// <summary>
    /// The confirm link as listmonk's own mail has it. Whoever has it can confirm, and it never expires: it is a method so that no view, export or log
    /// shows it by accident.
    /// </summary>
    /// <returns>The link; null where app.root_url could not be read, and after remoting or jobs.</returns>
    public Uri? GetConfirmUri() => ConfirmLink?.Invoke(this);
}
