namespace ListmonkPS;

/// <summary>How a run ended in this process.</summary>
/// <param name="Run">The run.</param>
/// <param name="Failure">What somebody has to mend before it can go on; null for nothing.</param>
public sealed record ResendEnd(OptInResendRun Run, Failure? Failure);
