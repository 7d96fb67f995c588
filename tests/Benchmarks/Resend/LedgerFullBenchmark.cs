using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>A ledger with a thousand runs of a thousand people is as fast as an empty one (issue 6). The short form has a tenth of the people.</summary>
[Benchmark("ledger-full", Compares = "joining, claiming, marking and showing a run in a ledger with 1,000 runs, against an empty one", Goal = 1.2)]
internal sealed class LedgerFullBenchmark : IBenchmark
{
    private const int Runs = 1000;
    private const int PeopleOfReading = 500;

    private readonly List<(ListmonkDatabase Database, PostgresLedger Ledger)> _ledgers = [];
    private readonly ResendTarget[] _people = [.. Enumerable.Range(1, PeopleOfReading).Select(id => new ResendTarget(id, Guid.NewGuid()))];
    private PostgreSqlCluster? _cluster;
    private int _run;

    public async Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _cluster = await PostgreSqlCluster.StartAsync(cancellation);
        foreach (int people in (int[])[isLong ? 1000 : 100, 0])
        {
            string name = await _cluster.CloneAsync("template1", cancellation);
            ListmonkDatabase database = new(new NpgsqlConnectionStringBuilder(_cluster.ConnectionString(name)), TimeSpan.FromMinutes(5), TimeProvider.System);
            _ledgers.Add((database, await new PostgresLedgerOpening(database, "server", TimeProvider.System).OpenAsync(ownsDatabase: false, cancellation)));
            await database.WriteAsync((connection, _, token) => FillAsync(connection, people, token), cancellation);
        }
    }

    public Task<double> OursAsync(CancellationToken cancellation) => Repeated.MedianAsync(5, () => TimeAsync(_ledgers[0].Ledger, cancellation));

    public Task<double> BaselineAsync(CancellationToken cancellation) => Repeated.MedianAsync(5, () => TimeAsync(_ledgers[1].Ledger, cancellation));

    public async ValueTask DisposeAsync()
    {
        foreach ((ListmonkDatabase database, PostgresLedger ledger) in _ledgers)
        {
            await ledger.DisposeAsync();
            await database.DisposeAsync();
        }

        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    /// <summary>Old runs, all of the same people, as years of use would leave them.</summary>
    private static async Task<int> FillAsync(NpgsqlConnection connection, int people, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(
            $"""
            INSERT INTO listmonkps.resend_account (key) VALUES ('account');
            INSERT INTO listmonkps.resend_run (server_id, account_id, name, via, template, plan, state, started_at, last_at)
                SELECT 1, 1, 'old-' || n, 'Api', '', '', 'Finished', now() - interval '30 days', now() - interval '30 days' FROM generate_series(1, {(people == 0 ? 0 : Runs)}) n;
            INSERT INTO listmonkps.resend_item (run_id, subscriber_uuid, subscriber_id, place, state, attempts, begun_at, ended_at, class, reply_code)
                SELECT r.id, md5(n::text)::uuid, n, n, 3, 1, now() - interval '30 days', now() - interval '30 days', 'Accepted', 200
                FROM listmonkps.resend_run r, generate_series(1, {people}) n WHERE r.name LIKE 'old-%';
            INSERT INTO listmonkps.resend_person (server_id, subscriber_uuid, sent, last_at) SELECT 1, md5(n::text)::uuid, {Runs}, now() - interval '30 days' FROM generate_series(1, {people}) n;
            INSERT INTO listmonkps.resend_use (account_id, slot, used) SELECT 1, timestamptz '2024-01-01' + n * interval '15 minutes', 10 FROM generate_series(1, {people * 30}) n;
            ANALYZE
            """,
            connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<TimeSpan> TimeAsync(PostgresLedger ledger, CancellationToken cancellation)
    {
        LedgerRun run = await ledger.CreateAsync(new RunIdentity($"run-{++_run}", ResendRoute.Api, "account", "", ""), cancellation);
        await ledger.AddAsync(run, _people, cancellation);
        long start = TimeProvider.System.GetTimestamp();
        LedgerRun found = (await ledger.FindAsync(run.Name, cancellation))!;
        await ledger.JoinAsync(found, cancellation);
        BeginRule rule = new(ledger.Now, ledger.Now, 1_000_000, ledger.Now.AddHours(-12));
        while (await ledger.ClaimAsync(found, 100, cancellation) is { Count: > 0 } claimed)
        {
            Guid[] people = [.. claimed.Select(item => item.Target.Uuid)];
            await ledger.MarkAsync(found, [], people, rule, cancellation);
            await ledger.MarkAsync(found, [.. people.Select(person => new OutcomeMark(person, LedgerState.Sent, rule.Now))], [], rule, cancellation);
        }

        int shown = 0;
        await foreach (LedgerItem _ in ledger.ItemsAsync(found, [LedgerState.Sent], cancellation))
            shown++;
        await ledger.LeaveAsync(found, OptInResendRunState.Finished, "", null, cancellation);
        return shown == _people.Length ? TimeProvider.System.GetElapsedTime(start) : throw new InvalidOperationException($"{shown} of {_people.Length} are shown.");
    }
}
