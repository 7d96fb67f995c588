using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>The same with an API that answers at once: printed to be watched, without a goal.</summary>
[Benchmark("resend-api-0ms", Compares = "the same by an API that answers at once; no goal", Goal = double.PositiveInfinity)]
internal sealed class ResendApiAtOnceBenchmark() : ResendByApi(TimeSpan.Zero);
