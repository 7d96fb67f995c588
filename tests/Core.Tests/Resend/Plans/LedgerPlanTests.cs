using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Tests.Architecture;
using ListmonkPS.Core.Tests.Listmonk.Database;
using ListmonkPS.Core.Tests.Listmonk.Plans;
using Npgsql;

namespace ListmonkPS.Core.Tests.Resend.Plans;

/// <summary>
/// How PostgreSQL reads the tables of a ledger with a thousand runs, for each statement about one of them, held against a kept file (LISTMONKPS_RENEW=1 writes it
/// anew): none goes through a table that grows, and none looks at more rows than the run has, or the people that are asked for.
/// </summary>
public sealed class LedgerPlanTests
{
    private const int Runs = 1000;
    private const int PeopleOfOldRun = 25;
    private const int PeopleOfRun = 500;
    private const int Asked = 25;

    /// <summary>Rows that a statement about some people may look at in one place: theirs, and what is dead or taken twice.</summary>
    private const int OfPeople = 4 * Asked;

    /// <summary>The same for a statement about a whole run.</summary>
    private const int OfRun = PeopleOfRun + OfPeople;

    private static readonly string[] Growing = ["resend_run", "resend_worker", "resend_item", "resend_person", "resend_use"];

    private static readonly string File = Path.Combine(RepositoryFolder.Path, "tests", "Core.Tests", "Resend", "Plans", "ledger-plans.txt");

    private static readonly DateTimeOffset Now = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_statement_about_a_run_reads_more_than_the_run_and_each_as_it_was_kept()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using (ListmonkDatabase database = world.Open())
            await new PostgresLedgerOpening(database, "server", TimeProvider.System).OpenAsync(ownsDatabase: false, Test);
        await world.ExecuteAsync(Fill);
        await using RecordedPlans recorded = await RecordedPlans.OpenAsync(world.Access(), Growing, Test);
        List<string> lines = [$"PostgreSQL {recorded.Connection.PostgreSqlVersion.Major}"];
        foreach ((string name, int most, Func<NpgsqlConnection, Task> run) in Statements())
        {
            recorded.Drain();
            await run(recorded.Connection);
            PlanScan[] scans = [.. recorded.Drain().SelectMany(plan => plan)];
            lines.Add($"{name}: {string.Join(", ", scans.Select(scan => $"{scan.Table} by {scan.How}"))}");
            Assert.NotEmpty(scans);
            Assert.All(scans, scan => Assert.True(scan.How != "Seq Scan" && scan.Read <= most, $"{lines[^1]}: {scan}"));
        }

        string text = string.Join('\n', lines) + "\n";
        if (Environment.GetEnvironmentVariable("LISTMONKPS_RENEW") == "1")
            await System.IO.File.WriteAllTextAsync(File, text, Test);
        string kept = (await System.IO.File.ReadAllTextAsync(File, Test)).ReplaceLineEndings("\n");
        // Another release of PostgreSQL may plan otherwise; the rules hold for it all the same.
        if (kept.StartsWith(lines[0] + '\n', StringComparison.Ordinal))
            Assert.Equal(kept, text);
    }

    /// <summary>Years of runs over the same people, the newest of them under way; the key is that of the past resends.</summary>
    private static string Fill => $"""
        UPDATE listmonkps.resend_server SET key = 'pg:' || (SELECT system_identifier FROM pg_control_system()) || '/' || current_database();
        INSERT INTO listmonkps.resend_account (key) SELECT 'account ' || n FROM generate_series(1, 20) n;
        INSERT INTO listmonkps.resend_run (server_id, account_id, name, via, template, plan, state, started_at, last_at)
            SELECT 1, 1, 'run-' || n, 'Api', '', '', 'Finished', '{Now:u}'::timestamptz - ({Runs} - n) * interval '1 day', '{Now:u}'::timestamptz - ({Runs} - n) * interval '1 day'
            FROM generate_series(1, {Runs}) n;
        INSERT INTO listmonkps.resend_worker (id, run_id, host, process_id, process_start, seen_at, ended_at)
            SELECT md5('worker ' || id)::uuid, id, 'host', 1, 1, started_at, CASE WHEN id < {Runs} THEN started_at END FROM listmonkps.resend_run;
        INSERT INTO listmonkps.resend_item (run_id, subscriber_uuid, subscriber_id, place, state, attempts, worker_id, begun_at, ended_at, class, reply_code)
            SELECT r.id, ('00000000-0000-4000-8000-' || lpad(p::text, 12, '0'))::uuid, p, p - 1, CASE WHEN r.id < {Runs} OR p > 115 THEN 3 WHEN p <= 5 THEN 1 WHEN p <= 10 THEN 2 WHEN p <= 100 THEN 0 WHEN p <= 110 THEN 5 ELSE 7 END,
                1, md5('worker ' || r.id)::uuid, r.started_at, r.started_at, 'Accepted', 250
            FROM listmonkps.resend_run r, LATERAL generate_series(1, CASE r.id WHEN {Runs} THEN {PeopleOfRun} ELSE {PeopleOfOldRun} END) p;
        INSERT INTO listmonkps.resend_person (server_id, subscriber_uuid, sent, last_at)
            SELECT 1, ('00000000-0000-4000-8000-' || lpad(p::text, 12, '0'))::uuid, 1, '{Now:u}'::timestamptz - interval '2 days' FROM generate_series(1, {Runs * PeopleOfOldRun}) p;
        INSERT INTO listmonkps.resend_use (account_id, slot, used)
            SELECT a, '{Now:u}'::timestamptz - s * interval '15 minutes', 10 FROM generate_series(1, 10) a, generate_series(0, 3000) s;
        INSERT INTO lists (name, optin) VALUES ('Weekly', 'double');
        INSERT INTO subscribers (uuid, email, name) SELECT ('00000000-0000-4000-8000-' || lpad(p::text, 12, '0'))::uuid, 'p' || p || '@example.org', '' FROM generate_series(1, {Asked}) p;
        INSERT INTO subscriber_lists (subscriber_id, list_id) SELECT id, 1 FROM subscribers;
        ANALYZE
        """;

    private static IEnumerable<(string Name, int Most, Func<NpgsqlConnection, Task> Run)> Statements()
    {
        RunStatements runs = new(server: 1);
        LedgerRun run = new(Runs, new RunIdentity($"run-{Runs}", ResendRoute.Api, "account 1", "", ""), OptInResendRunState.Running, "", Now, null, null);
        WorkerIdentity worker = new(Guid.NewGuid(), "other", 1, 1);
        Guid[] people = [.. Enumerable.Range(1, Asked).Select(n => new Guid($"00000000-0000-4000-8000-{n:D12}"))];
        BeginRule rule = new(Now, Now.AddDays(-1), 1000, Now.AddHours(-12));
        short[] all = [.. Enum.GetValues<LedgerState>().Select(state => (short)state)];
        return
        [
            Named("find", runs.Find(run.Name)),
            Named("add", RunStatements.Add(run, [new ResendTarget(1, people[0]), new ResendTarget(99, Guid.NewGuid())])),
            Named("enter", RunStatements.Enter(run, worker, Now), RunStatements.Workers(run)),
            Named("latest time", runs.LatestTime()),
            Named("state", RunStatements.SetState(run, OptInResendRunState.Running, "", null, Now)),
            Named("beat", RunStatements.Beat(worker, Now)),
            Named("touch", RunStatements.Touch(run, Now)),
            Named("claim", ItemStatements.Claim(run, worker, 10, Now)),
            Named("begin, within the day's limit", AccountStatements.Lock(run), MarkStatements.Begin(1, run, worker, people, rule)),
            Named("end", MarkStatements.End(1, run, worker, [.. people.Select(person => new OutcomeMark(person, LedgerState.Sent, Now))])),
            Named("rate", AccountStatements.Reserve(run, TimeSpan.FromSeconds(1), Now)),
            Named("used today", AccountStatements.Used("account 1", Now.Date)),
            Named("free the dead", RunStatements.FreeDead(run, worker, Now, Now, [])),
            WholeRun("count", ItemStatements.Count(run)),
            WholeRun("Get-OptInResend -Run", ItemStatements.Page(run, null, all, 1000)),
            WholeRun("Get-OptInResend -Run -State InDoubt, a later page", ItemStatements.Page(run, new LedgerItem(new ResendTarget(1, people[0]), LedgerState.Sent, 1) { Place = 10 }, [(short)LedgerState.InDoubt], 1000)),
            WholeRun("retry in doubt", ItemStatements.RetryInDoubt(run)),
            Named("people", ItemStatements.People(1, people)),
            Named("leave", RunStatements.GiveBack(run, worker), RunStatements.Leave(worker, Now)),
            ("past resends of a page of people", OfPeople, connection => DueQuery.ReadAsync(
                connection, new DueSelection([1], [1], null, null), LedgerSight.Seen, DueKey.Start, 1000, new DueGroup(new DueHandOver(TimeProvider.System)), Test)),
            Named("step out", RunStatements.StopUnlessOthers(run, "", Now, Now)),
            ("past resends", OfPeople, connection => ResendQuery.ReadAsync(connection, people.Select((uuid, n) => new DuePerson(n, uuid, "", "", Now, [])), Test)),
        ];
    }

    private static (string, int, Func<NpgsqlConnection, Task>) Named(string name, params LedgerCommand[] commands) =>
        (name, OfPeople, connection => RunAsync(commands, connection));

    private static (string, int, Func<NpgsqlConnection, Task>) WholeRun(string name, LedgerCommand command) => (name, OfRun, connection => RunAsync([command], connection));

    private static async Task RunAsync(LedgerCommand[] commands, NpgsqlConnection connection)
    {
        foreach (LedgerCommand command in commands)
            await command.ExecuteAsync(connection, Test);
    }
}
