using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;

namespace ListmonkPS.Benchmarks.Resend.FullLedger;

/// <summary>Claiming the people of a run, as senders do.</summary>
[Benchmark("ledger-full-claim", Compares = "claiming the people of a run in a ledger with 1,000 runs, against an empty one", Goal = 1.2)]
internal sealed class FullLedgerClaimBenchmark : FullLedgerBenchmark
{
    private const int AtOnce = 20;

    protected override async Task<long> DoAsync(PostgresLedger ledger, LedgerRun run, int count, CancellationToken cancellation)
    {
        long claimed = 0;
        while (await ledger.ClaimAsync(run, AtOnce, cancellation) is { Count: > 0 } items)
            claimed += items.Count;
        return claimed;
    }
}
