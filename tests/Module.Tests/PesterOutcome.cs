namespace ListmonkPS.Module.Tests;

/// <summary>What came of one Pester test.</summary>
/// <param name="Name">Names of its blocks and its own, joined by blanks.</param>
/// <param name="Outcome">Passed, Failed or Skipped.</param>
/// <param name="Message">Pester's message with the lines of the test file; why it was skipped; empty when it passed.</param>
internal sealed record PesterOutcome(string Name, string Outcome, string Message);
