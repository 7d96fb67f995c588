namespace ListmonkPS.TestBench.Shells;

/// <summary>How a program ended.</summary>
/// <param name="ExitCode">Its exit code; null when it ran into its bound and was ended.</param>
/// <param name="Output">What it wrote to standard output, then what it wrote to standard error.</param>
public sealed record BoundedProcessResult(int? ExitCode, string Output);
