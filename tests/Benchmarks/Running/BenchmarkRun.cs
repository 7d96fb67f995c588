namespace ListmonkPS.Benchmarks.Running;

/// <summary>Runs a benchmark: both sides once to warm up, then in turn, so that a busy moment of the machine hits both.</summary>
internal static class BenchmarkRun
{
    private const int Readings = 5;

    /// <summary>Runs one.</summary>
    public static async Task<BenchmarkResult> RunAsync(BenchmarkEntry entry, bool isLong, CancellationToken cancellation)
    {
        await using IBenchmark benchmark = entry.Make();
        await benchmark.PrepareAsync(isLong, cancellation);
        await benchmark.OursAsync(cancellation);
        await benchmark.BaselineAsync(cancellation);
        double[] ours = new double[Readings];
        double[] baseline = new double[Readings];
        for (int reading = 0; reading < Readings; reading++)
        {
            ours[reading] = await benchmark.OursAsync(cancellation);
            baseline[reading] = await benchmark.BaselineAsync(cancellation);
        }

        return new BenchmarkResult(entry.About, Repeated.MedianOf(ours), Repeated.MedianOf(baseline));
    }
}
