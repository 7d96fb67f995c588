using ListmonkPS.Benchmarks.Running;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>The ledger costs little where a mail takes 10 ms (issue 6): at least 0.9 times as fast as the bare loop.</summary>
[Benchmark("resend-smtp", Compares = "a run by smtp-sink, 10 ms a mail, eight at a time, every mark on disk, against a bare MailKit loop of the same mails", Goal = 1 / 0.9)]
internal sealed class ResendSmtpBenchmark() : ResendBySmtp(TimeSpan.FromMilliseconds(10));
