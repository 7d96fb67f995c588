namespace ListmonkPS.Benchmarks.Running;

/// <summary>What a benchmark is held against is not on this machine: it is left out, and that is said.</summary>
/// <param name="reason">What is absent.</param>
internal sealed class NotMeasuredException(string reason) : Exception(reason);
