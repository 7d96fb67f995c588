using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Benchmarks.Resend.FullLedger;

/// <summary>
/// One thing that is done with a run, in a ledger with a thousand runs of a thousand people against an empty one (issue 6). The short form has a tenth of the
/// people. Each is measured by itself: what is quick would not be seen beside what waits for the disk.
/// </summary>
internal abstract class FullLedgerBenchmark : IBenchmark
{
    private const int Runs = 1000;
    private const int PeopleOfReading = 200;
    private const int TimesOfReading = 11;

    private readonly List<(ListmonkDatabase Database, PostgresLedger Ledger)> _ledgers = [];
    private PostgreSqlCluster? _cluster;
    private double _empty;
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
            await SettleAsync(_cluster.ConnectionString(name), cancellation);
        }
    }

    public async Task<double> OursAsync(CancellationToken cancellation)
    {
        // In turn each time: what is done takes milliseconds, and a busy machine is busy for seconds.
        double[] full = new double[TimesOfReading], empty = new double[TimesOfReading];
        for (int time = 0; time < TimesOfReading; time++)
        {
            full[time] = (await TimeAsync(_ledgers[0].Ledger, cancellation)).TotalMilliseconds;
            empty[time] = (await TimeAsync(_ledgers[1].Ledger, cancellation)).TotalMilliseconds;
        }

        _empty = Repeated.MedianOf(empty);
        return Repeated.MedianOf(full);
    }

    public Task<double> BaselineAsync(CancellationToken cancellation) => Task.FromResult(_empty);

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
            INSERT INTO listmonkps.resend_worker (id, run_id, host, process_id, process_start, seen_at, ended_at)
                SELECT gen_random_uuid(), id, 'host', 1, 1, started_at, started_at FROM listmonkps.resend_run;
            INSERT INTO listmonkps.resend_item (run_id, subscriber_uuid, subscriber_id, place, state, attempts, begun_at, ended_at, class, reply_code)
                SELECT r.id, md5(n::text)::uuid, n, n, 3, 1, now() - interval '30 days', now() - interval '30 days', 'Accepted', 200
                FROM listmonkps.resend_run r, generate_series(1, {people}) n WHERE r.name LIKE 'old-%';
            INSERT INTO listmonkps.resend_person (server_id, subscriber_uuid, sent, last_at) SELECT 1, md5(n::text)::uuid, {Runs}, now() - interval '30 days' FROM generate_series(1, {people}) n;
            INSERT INTO listmonkps.resend_use (account_id, slot, used) SELECT 1, timestamptz '2024-01-01' + n * interval '15 minutes', 10 FROM generate_series(1, {people * 30}) n
            """,
            connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Does what PostgreSQL would begin to do by itself in the middle of the readings, since so much came at once.</summary>
    private static async Task SettleAsync(string access, CancellationToken cancellation)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(access + ";Command Timeout=300");
        foreach (string work in (string[])["VACUUM (ANALYZE)", "CHECKPOINT"])
        {
            await using NpgsqlCommand command = source.CreateCommand(work);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    /// <summary>Makes ready what is timed.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="run">A run with people, which this process works on.</param>
    /// <param name="cancellation">Ends the work.</param>
    protected virtual Task MakeReadyAsync(PostgresLedger ledger, LedgerRun run, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Does what is timed; gives the number of people that it handled, which must be <paramref name="count"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="run">A run with people.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends the work.</param>
    protected abstract Task<long> DoAsync(PostgresLedger ledger, LedgerRun run, int count, CancellationToken cancellation);

    private async Task<TimeSpan> TimeAsync(PostgresLedger ledger, CancellationToken cancellation)
    {
        LedgerRun run = await ledger.CreateAsync(new RunIdentity($"run-{++_run}", ResendRoute.Api, "account", "", ""), cancellation);
        await ledger.AddAsync(run, [.. Enumerable.Range(1, PeopleOfReading).Select(id => new ResendTarget(id, Guid.NewGuid()))], cancellation);
        await ledger.JoinAsync(run, cancellation);
        await MakeReadyAsync(ledger, run, cancellation);
        long start = TimeProvider.System.GetTimestamp();
        long done = await DoAsync(ledger, run, PeopleOfReading, cancellation);
        TimeSpan time = TimeProvider.System.GetElapsedTime(start);
        await ledger.LeaveAsync(run, OptInResendRunState.Finished, "", null, cancellation);
        return done == PeopleOfReading ? time : throw new InvalidOperationException($"{done} of {PeopleOfReading} were handled.");
    }
}
