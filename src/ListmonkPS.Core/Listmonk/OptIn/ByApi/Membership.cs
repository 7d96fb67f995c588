namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>A subscription as the API shows it within its subscriber.</summary>
/// <param name="ListId">Number of the list.</param>
/// <param name="Status">unconfirmed, confirmed or unsubscribed.</param>
/// <param name="CreatedAt">When it was made, in UTC; null can only come from edits by SQL.</param>
/// <param name="UpdatedAt">When it was last changed, in UTC: for a confirmed one the confirmation (2.3).</param>
internal readonly record struct Membership(int ListId, string Status, DateTimeOffset? CreatedAt, DateTimeOffset? UpdatedAt)
{
    /// <summary>True while the person has not answered.</summary>
    public bool IsWaiting => Status == "unconfirmed";
}
