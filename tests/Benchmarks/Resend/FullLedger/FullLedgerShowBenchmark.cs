using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;

namespace ListmonkPS.Benchmarks.Resend.FullLedger;

/// <summary>What Get-OptInResend -Run reads: the run by its name, its people in pages, its figures.</summary>
[Benchmark("ledger-full-show", Compares = "showing a run in a ledger with 1,000 runs, against an empty one", Goal = 1.2)]
internal sealed class FullLedgerShowBenchmark : FullLedgerBenchmark
{
    private const int Times = 10;

    protected override async Task<long> DoAsync(PostgresLedger ledger, LedgerRun run, int count, CancellationToken cancellation)
    {
        long shown = 0;
        for (int time = 0; time < Times; time++)
        {
            LedgerRun found = (await ledger.FindAsync(run.Name, cancellation))!;
            await foreach (LedgerItem _ in ledger.ItemsAsync(found, Enum.GetValues<LedgerState>(), cancellation))
                shown++;
            if ((await ledger.CountAsync(found, cancellation)).Total != count)
                return 0;
        }

        return shown / Times;
    }
}
