namespace ListmonkPS.Core.Resend.Due;

/// <summary>One person who is due a mail, as the server has him just before sending: texts not yet harmless.</summary>
/// <param name="Id">Number.</param>
/// <param name="Uuid">UUID; stands in the confirm link.</param>
/// <param name="Email">Address.</param>
/// <param name="Name">Name.</param>
/// <param name="Lists">The active double opt-in lists on which he waits, ascending by number; one mail covers them all (G22).</param>
internal sealed record OptInRecipient(int Id, Guid Uuid, string Email, string Name, IReadOnlyList<WaitingList> Lists)
{
    /// <summary>False for somebody who is disabled or blocklisted; he is never handed to a sender.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>When a subscription of a double opt-in list was last confirmed; null for none.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}
