namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>Place of a row in the due list.</summary>
/// <param name="SubscriberId">Number of the subscriber.</param>
/// <param name="ListId">Number of the list.</param>
internal readonly record struct DueKey(int SubscriberId, int ListId)
{
    /// <summary>Before everybody: PostgreSQL's numbers begin at 1, but may be set to less.</summary>
    public static DueKey Start { get; } = new(int.MinValue, int.MinValue);
}
