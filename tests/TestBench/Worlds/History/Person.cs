namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>One subscriber of a history.</summary>
internal sealed record Person(
    Guid Uuid, string Email, string Name, string Status, DateTimeOffset CreatedAt, bool Bounced, IReadOnlyList<Membership> Memberships);
