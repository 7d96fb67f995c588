namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>A subscriber as far as an opt-in mail needs him.</summary>
internal sealed record Recipient(int Id, Guid Uuid, string Email, string Name);
