namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>One person of the due list as the server has it: texts not yet harmless.</summary>
/// <param name="SubscriberId">Number.</param>
/// <param name="SubscriberUuid">UUID.</param>
/// <param name="Email">Address.</param>
/// <param name="Name">Name.</param>
/// <param name="Oldest">When the oldest waiting subscription was made.</param>
/// <param name="Lists">Numbers of the lists on which the person waits, ascending.</param>
/// <param name="IsEarly">True when each of these subscriptions is older than its list seems to ask for confirmation (G11).</param>
internal sealed record DuePerson(
    int SubscriberId, Guid SubscriberUuid, string Email, string Name, DateTimeOffset Oldest, int[] Lists, bool IsEarly = false)
{
    /// <summary>Why a mail to this person may be wrong; null when there is no sign of it.</summary>
    public string? Suspect { get; init; }

    /// <summary>What was sent again before; null where no ledger can be read.</summary>
    public PastResends? Resends { get; init; }
}
