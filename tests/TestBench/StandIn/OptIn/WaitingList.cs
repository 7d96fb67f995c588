namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>A double opt-in list on which a subscriber is unconfirmed.</summary>
internal sealed record WaitingList(Guid Uuid, string Name, bool IsPrivate);
