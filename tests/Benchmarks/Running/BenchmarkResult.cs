namespace ListmonkPS.Benchmarks.Running;

/// <summary>What came out of a benchmark.</summary>
/// <param name="About">Which.</param>
/// <param name="Ours">Median of our readings.</param>
/// <param name="Baseline">Median of the baseline's readings.</param>
internal sealed record BenchmarkResult(BenchmarkAttribute About, double Ours, double Baseline)
{
    /// <summary>Ours by the baseline.</summary>
    public double Ratio => Ours / Baseline;

    /// <summary>True when the goal is met.</summary>
    public bool IsMet => Ratio <= About.Goal;
}
