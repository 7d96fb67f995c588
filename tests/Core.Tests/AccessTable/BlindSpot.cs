namespace ListmonkPS.Core.Tests.AccessTable;

/// <summary>One difference between the accesses.</summary>
/// <param name="Result">Type of the result.</param>
/// <param name="Member">Its member.</param>
/// <param name="Why">Why they cannot agree.</param>
internal sealed record BlindSpot(string Result, string Member, string Why);
