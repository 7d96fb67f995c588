namespace ListmonkPS.Benchmarks.Running;

/// <summary>
/// A figure that we promise: ours against a baseline, both measured in turn in one run. To add one, add a file with a class that has this interface,
/// <see cref="BenchmarkAttribute"/> and a constructor without parameters: it is found by itself.
/// </summary>
internal interface IBenchmark : IAsyncDisposable
{
    /// <summary>Makes what both need, before the first reading.</summary>
    /// <param name="isLong">True for the long form that is run by hand; else all readings together must be done in a few seconds.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="NotMeasuredException">What it is held against is not on this machine.</exception>
    Task PrepareAsync(bool isLong, CancellationToken cancellation);

    /// <summary>One reading of ours; of something short the median of many (<see cref="Repeated"/>).</summary>
    Task<double> OursAsync(CancellationToken cancellation);

    /// <summary>One reading of the baseline.</summary>
    Task<double> BaselineAsync(CancellationToken cancellation);
}
