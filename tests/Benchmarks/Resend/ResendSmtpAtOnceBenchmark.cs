using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>The same with a sink that answers at once: printed to be watched, without a goal.</summary>
[Benchmark("resend-smtp-0ms", Compares = "the same by a sink that answers at once; no goal", Goal = double.PositiveInfinity)]
internal sealed class ResendSmtpAtOnceBenchmark() : ResendBySmtp(TimeSpan.Zero);
