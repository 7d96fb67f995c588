namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>What became of enabled people on active double opt-in lists; null for what is not known.</summary>
/// <param name="Unsubscribed">How many unsubscribed from one at least. By the API it is a sum over lists, so that a person may count twice.</param>
/// <param name="HasConfirmed">True when somebody has confirmed.</param>
/// <param name="OnNoList">How many of the newest thousand subscribers are on no list.</param>
internal sealed record PastMemberships(long? Unsubscribed, bool? HasConfirmed, long? OnNoList)
{
    /// <summary>Nothing is known.</summary>
    public static PastMemberships Unknown { get; } = new(null, null, null);
}
