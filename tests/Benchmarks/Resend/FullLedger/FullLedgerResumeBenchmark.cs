using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;

namespace ListmonkPS.Benchmarks.Resend.FullLedger;

/// <summary>Resuming a run that was left in its middle: found by name, joined, counted.</summary>
[Benchmark("ledger-full-resume", Compares = "resuming a run in a ledger with 1,000 runs, against an empty one", Goal = 1.2)]
internal sealed class FullLedgerResumeBenchmark : FullLedgerBenchmark
{
    private const int Times = 10;

    protected override async Task MakeReadyAsync(PostgresLedger ledger, LedgerRun run, CancellationToken cancellation)
    {
        await ledger.ClaimAsync(run, 100, cancellation);
        await ledger.LeaveAsync(run, OptInResendRunState.Stopped, "", null, cancellation);
    }

    protected override async Task<long> DoAsync(PostgresLedger ledger, LedgerRun run, int count, CancellationToken cancellation)
    {
        long left = 0;
        for (int time = 0; time < Times; time++)
        {
            LedgerRun found = (await ledger.FindAsync(run.Name, cancellation))!;
            await ledger.JoinAsync(found, cancellation);
            left = (await ledger.CountAsync(found, cancellation)).Left;
        }

        return left;
    }
}
