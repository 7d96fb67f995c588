namespace ListmonkPS.Module.Tests.Resend;

/// <summary>How a life ended that nobody killed.</summary>
/// <param name="State">State of the run; empty when nothing was left to do.</param>
/// <param name="Problems">Ids of the errors.</param>
/// <param name="Items">What the ledger says of each person.</param>
internal sealed record LifeEnd(string State, IReadOnlyList<string> Problems, IReadOnlyList<LifeItem> Items);
