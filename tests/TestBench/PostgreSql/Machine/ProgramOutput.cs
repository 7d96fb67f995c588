namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>What a program left when it ended.</summary>
/// <param name="ExitCode">0 when it went well.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record ProgramOutput(int ExitCode, string Output, string Error);
