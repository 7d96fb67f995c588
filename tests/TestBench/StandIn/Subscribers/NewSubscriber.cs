using ListmonkPS.TestBench.StandIn.OptIn;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>A subscriber about to be stored, with the lists he goes on.</summary>
internal sealed record NewSubscriber(string Email, string Name, int[] ListIds)
{
    public string Status { get; init; } = "enabled";

    public string Attributes { get; init; } = "{}";

    /// <summary>Status of his subscriptions; unconfirmed for single opt-in lists too (2.3, G11).</summary>
    public string SubscriptionStatus { get; init; } = "unconfirmed";

    /// <summary>The same person once the database has given him an id.</summary>
    public Recipient As(int id, Guid uuid) => new(id, uuid, Email, Name);
}
