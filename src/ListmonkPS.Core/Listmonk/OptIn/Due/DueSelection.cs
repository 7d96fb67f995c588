namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Which people are due, in the server's terms.</summary>
/// <param name="AskingLists">Numbers of all lists that ask for confirmation: one mail covers them all (G22).</param>
/// <param name="WantedLists">Numbers of those lists on which somebody has to wait to be wanted.</param>
/// <param name="Since">Oldest waiting subscription made at or after this, in UTC; null for no bound.</param>
/// <param name="Before">Oldest waiting subscription made before this, in UTC; null for no bound.</param>
internal sealed record DueSelection(int[] AskingLists, int[] WantedLists, DateTime? Since, DateTime? Before)
{
    /// <summary>So many have to wait on a list before the first who confirmed, or it is chance: of twenty people somebody always confirms.</summary>
    public const int FewestEarly = 20;

    /// <summary>Whose address is wanted.</summary>
    public AddressFilter Addresses { get; init; } = AddressFilter.All;

    /// <summary>True to leave out whose mail bounced hard or who complained.</summary>
    public bool LeaveOutBounced { get; init; }

    /// <summary>
    /// Since when a list seems to ask for confirmation, in UTC: when its first confirmed subscription was made, of lists that were changed and on which many
    /// waited before. Not those of which nothing speaks for a change.
    /// </summary>
    public IReadOnlyDictionary<int, DateTime> AskedSince { get; init; } = new Dictionary<int, DateTime>();

    /// <summary>True when a person whose oldest waiting subscription was made then is within the bounds of time.</summary>
    public bool IsWithin(DateTimeOffset oldest) => !(oldest.UtcDateTime < Since) && !(oldest.UtcDateTime >= Before);
}
