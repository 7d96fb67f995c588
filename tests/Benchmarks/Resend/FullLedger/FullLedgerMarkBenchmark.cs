using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;

namespace ListmonkPS.Benchmarks.Resend.FullLedger;

/// <summary>Marking begins within a limit of the day, and outcomes: each commit is on disk.</summary>
[Benchmark("ledger-full-mark", Compares = "marking the mails of a run in a ledger with 1,000 runs, against an empty one", Goal = 1.2)]
internal sealed class FullLedgerMarkBenchmark : FullLedgerBenchmark
{
    private const int AtOnce = 50;

    private IReadOnlyList<LedgerItem> _claimed = [];

    protected override async Task MakeReadyAsync(PostgresLedger ledger, LedgerRun run, CancellationToken cancellation) =>
        _claimed = await ledger.ClaimAsync(run, int.MaxValue, cancellation);

    protected override async Task<long> DoAsync(PostgresLedger ledger, LedgerRun run, int count, CancellationToken cancellation)
    {
        BeginRule rule = new(ledger.Now, ledger.Now, 1_000_000, ledger.Now.AddHours(-12));
        foreach (LedgerItem[] group in _claimed.Chunk(AtOnce))
        {
            Guid[] people = [.. group.Select(item => item.Target.Uuid)];
            await ledger.MarkAsync(run, [], people, rule, cancellation);
            await ledger.MarkAsync(run, [.. people.Select(person => new OutcomeMark(person, LedgerState.Sent, rule.Now))], [], rule, cancellation);
        }

        return (await ledger.CountAsync(run, cancellation))[LedgerState.Sent];
    }
}
