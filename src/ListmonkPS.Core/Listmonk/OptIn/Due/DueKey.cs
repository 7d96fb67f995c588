namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Place of a person in the due list: by age of the oldest waiting subscription, ties by number.</summary>
/// <param name="Oldest">When the oldest waiting subscription was made, in UTC.</param>
/// <param name="SubscriberId">Number of the subscriber.</param>
internal readonly record struct DueKey(DateTime Oldest, int SubscriberId) : IComparable<DueKey>
{
    /// <summary>Before everybody.</summary>
    public static DueKey Start { get; } = new(DateTime.UnixEpoch, 0);

    public int CompareTo(DueKey other) => (Oldest, SubscriberId).CompareTo((other.Oldest, other.SubscriberId));
}
