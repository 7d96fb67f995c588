using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>The ledger costs next to nothing where a mail takes 10 ms (issue 6): at least 0.95 times as fast as the bare loop.</summary>
[Benchmark("resend-api", Compares = "a run by an API that takes 10 ms a mail, eight at a time, every mark on disk, against a bare HttpClient loop", Goal = 1 / 0.95)]
internal sealed class ResendApiBenchmark() : ResendByApi(TimeSpan.FromMilliseconds(10));
