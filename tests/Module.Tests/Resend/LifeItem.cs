namespace ListmonkPS.Module.Tests.Resend;

/// <summary>What the ledger says of one person.</summary>
/// <param name="Email">Address.</param>
/// <param name="State">State.</param>
internal sealed record LifeItem(string Email, string State);
