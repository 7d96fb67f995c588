namespace ListmonkPS.TestBench.Worlds.History;

/// <summary>One row of subscriber_lists. Until somebody confirms or leaves, both times are the same (2.3).</summary>
internal sealed record Membership(int ListId, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
