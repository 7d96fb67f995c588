using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Resend.Opening;
using ListmonkPS.Core.Tests.Listmonk.Database;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.Resend.Bench;
using Npgsql;

namespace ListmonkPS.Core.Tests.Resend.Ledger;

public sealed class PostgresLedgerTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looking_makes_nothing()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        Assert.Null(await Opening(database).FindAsync(ownsDatabase: false, writes: false, Test));
        Assert.Equal(false, await world.ScalarAsync("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'listmonkps')"));
    }

    [Fact]
    public async Task Many_who_make_it_at_once_make_it_once()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using ListmonkDatabase database = world.Open();
            await Opening(database).OpenAsync(false, Test);
        }));
        Assert.Equal(1L, await world.ScalarAsync("SELECT count(*) FROM listmonkps.resend_server"));
    }

    [Fact]
    public async Task One_of_a_newer_module_is_refused()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        await Opening(database).OpenAsync(false, Test);
        await world.ExecuteAsync("UPDATE listmonkps.schema_version SET version = 99");
        Assert.Equal("SchemaNewer", (await Assert.ThrowsAsync<FailureException>(() => Opening(database).FindAsync(ownsDatabase: false, writes: false, Test))).Failure.Id);
        Assert.Equal("SchemaNewer", (await Assert.ThrowsAsync<FailureException>(() => Opening(database).OpenAsync(false, Test))).Failure.Id);
    }

    [Fact]
    public async Task A_role_that_may_not_make_it_is_told_which_rights_do_and_with_those_it_works()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await using ListmonkDatabase database = world.Open(role);
        Failure failure = (await Assert.ThrowsAsync<FailureException>(() => Opening(database).OpenAsync(false, Test))).Failure;
        Assert.Equal(("LedgerRights", FailureCategory.PermissionDenied), (failure.Id, failure.Category));
        await using (ListmonkDatabase owner = world.Open())
            await Opening(owner).OpenAsync(false, Test);
        Assert.Equal("LedgerRights", (await Assert.ThrowsAsync<FailureException>(() => Opening(database).OpenAsync(false, Test))).Failure.Id);
        await world.ExecuteAsync((string)failure.Arguments[3]!);
        await using PostgresLedger ledger = await Opening(database).OpenAsync(false, Test);
        LedgerRun run = await ledger.CreateAsync(new RunIdentity("run", ResendRoute.Api, "account", "", ""), Test);
        ResendTarget[] people = RandomPeople.Of(2);
        await ledger.AddAsync(run, people, Test);
        await ledger.JoinAsync(run, Test);
        Assert.Equal(2, (await ledger.ClaimAsync(run, 5, Test)).Count);
        await ledger.ReserveAsync(run, 1, TimeSpan.FromSeconds(1), Test);
        BeginRule rule = new(ledger.Now, ledger.Now, 5, ledger.Now.AddHours(-1));
        await ledger.MarkAsync(run, [], [people[0].Uuid], rule, Test);
        await ledger.MarkAsync(run, [new OutcomeMark(people[0].Uuid, LedgerState.Sent, ledger.Now)], [], rule, Test);
        await ledger.BeatAsync(run, Test);
        await ledger.LeaveAsync(run, OptInResendRunState.Stopped, "", null, Test);
    }

    [Fact]
    public async Task A_journal_is_taken_over_once_and_whole()
    {
        await using LedgerBench journal = await LedgerBench.CreateAsync("Journal");
        ResendTarget[] people = RandomPeople.Of(2500);
        await KeepAsync(journal, "local", people, begun: 2);

        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        await using PostgresLedger ledger = (PostgresLedger)await bench.OpenAsync();
        HeardNotices notices = new();
        JournalImport import = new(journal.Journals, ledger, notices);
        await import.RunAsync(Test);
        Assert.Single(notices.All);
        await import.RunAsync(Test);
        Assert.Single(notices.All);
        LedgerRun found = (await ledger.FindAsync("local", Test))!;
        LedgerFigures figures = await ledger.CountAsync(found, Test);
        Assert.Equal((2500L, 1L, 1L, 2498L), (figures.Total, figures[LedgerState.Sent], figures[LedgerState.InDoubt], figures[LedgerState.Due]));
        IReadOnlyDictionary<Guid, LedgerPerson> known = await ledger.PeopleAsync([people[0].Uuid, people[1].Uuid], Test);
        Assert.Equal(1, known[people[0].Uuid].Sent);
        Assert.NotNull(known[people[1].Uuid].MailedAt);
        Assert.Equal(2L, await bench.Database.ScalarAsync("SELECT sum(used) FROM listmonkps.resend_use"));
        await ledger.JoinAsync(found, Test);
        Assert.Equal(2498, (await ledger.CountAsync(found, Test)).Left);
    }

    [Fact]
    public async Task A_journal_whose_run_has_the_name_of_another_is_taken_over_beside_it()
    {
        await using LedgerBench journal = await LedgerBench.CreateAsync("Journal");
        ResendTarget[] people = RandomPeople.Of(2);
        await KeepAsync(journal, "2025-05-08-a", people, begun: 1);

        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        await using PostgresLedger ledger = (PostgresLedger)await bench.OpenAsync();
        await ledger.CreateAsync(new RunIdentity("2025-05-08-a", ResendRoute.Api, "account", "", ""), Test);
        HeardNotices notices = new();
        string file = Assert.Single(journal.Journals.Files());
        await new JournalImport(journal.Journals, ledger, notices).RunAsync(Test);
        Assert.Contains(notices.All, notice => notice.Contains("2025-05-08-a-journal", StringComparison.Ordinal));
        // As after a death between taking it over and saying so.
        File.Move(file + ".imported", file);
        await new JournalImport(journal.Journals, ledger, notices).RunAsync(Test);
        Assert.Equal(["2025-05-08-a", "2025-05-08-a-journal"], (await ledger.RunsAsync(Test)).Select(run => run.Name).Order());
        Assert.Equal(1, (await ledger.PeopleAsync([people[0].Uuid], Test))[people[0].Uuid].Sent);
        Assert.Equal(1, (await ledger.CountAsync((await ledger.FindAsync("2025-05-08-a-journal", Test))!, Test))[LedgerState.Sent]);
    }

    [Fact]
    public async Task A_worker_who_was_taken_for_dead_and_came_back_leaves_nothing_behind_when_he_dies()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        ResendTarget[] people = RandomPeople.Of(4);
        await using IResendLedger sleeper = await bench.OpenAsync(isElsewhere: true);
        await using IResendLedger other = await bench.OpenAsync();
        LedgerRun run = await BeginAsync(sleeper, people);
        await other.JoinAsync(run, Test);
        await bench.Database.ExecuteAsync("UPDATE listmonkps.resend_worker SET seen_at = seen_at - interval '1 minute' WHERE host = 'elsewhere'");
        await other.BeatAsync(run, Test);
        await sleeper.BeatAsync(run, Test);
        Assert.Equal(2, (await sleeper.ClaimAsync(run, 2, Test)).Count);
        await sleeper.MarkAsync(run, [], [people[0].Uuid], new BeginRule(sleeper.Now, sleeper.Now, null, sleeper.Now), Test);
        await other.BeatAsync(run, Test);
        Assert.Equal(2, (await other.CountAsync(run, Test)).Held); // he lives
        await bench.Database.ExecuteAsync("UPDATE listmonkps.resend_worker SET seen_at = seen_at - interval '1 minute' WHERE host = 'elsewhere'");
        await other.BeatAsync(run, Test);
        LedgerFigures figures = await other.CountAsync(run, Test);
        Assert.Equal((0L, 1L, 3L), (figures.Held, figures[LedgerState.InDoubt], figures[LedgerState.Due]));
    }

    [Fact]
    public async Task A_worker_who_left_without_noting_an_outcome_leaves_that_mail_in_doubt()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        ResendTarget[] people = RandomPeople.Of(2);
        await using IResendLedger leaver = await bench.OpenAsync();
        LedgerRun run = await BeginAsync(leaver, people);
        await leaver.ClaimAsync(run, 2, Test);
        await leaver.MarkAsync(run, [], [people[0].Uuid], new BeginRule(leaver.Now, leaver.Now, null, leaver.Now), Test);
        await leaver.LeaveAsync(run, OptInResendRunState.Stopped, "", null, Test);
        await using IResendLedger next = await bench.OpenAsync();
        await next.JoinAsync(run, Test);
        LedgerFigures figures = await next.CountAsync(run, Test);
        Assert.Equal((0L, 1L, 1L), (figures.Held, figures[LedgerState.InDoubt], figures[LedgerState.Due]));
    }

    [Fact]
    public async Task Many_workers_share_a_run_and_nobody_is_claimed_twice()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        ResendTarget[] people = RandomPeople.Of(400);
        await using IResendLedger first = await bench.OpenAsync();
        LedgerRun run = await BeginAsync(first, people);
        IResendLedger[] workers = [first, await bench.OpenAsync(isElsewhere: true), await bench.OpenAsync(isElsewhere: true), await bench.OpenAsync(isElsewhere: true)];
        int[][] claimed = await Task.WhenAll(workers.Select(async worker =>
        {
            await worker.JoinAsync(run, Test);
            List<int> mine = [];
            while (await worker.ClaimAsync(run, 7, Test) is { Count: > 0 } items)
                mine.AddRange(items.Select(item => item.Target.Id));
            return mine.ToArray();
        }));
        Assert.Equal(people.Select(person => person.Id), claimed.SelectMany(ids => ids).Order());
    }

    [Fact]
    public async Task Who_is_locked_by_somebody_else_is_left_to_him_and_not_waited_for()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        ResendTarget[] people = RandomPeople.Of(5);
        await using IResendLedger ledger = await bench.OpenAsync();
        LedgerRun run = await BeginAsync(ledger, people);
        await using NpgsqlConnection other = new(bench.Database.Access().ConnectionString);
        await other.OpenAsync(Test);
        await using NpgsqlTransaction holding = await other.BeginTransactionAsync(Test);
        await using (NpgsqlCommand hold = new("SELECT 1 FROM listmonkps.resend_item WHERE place < 2 FOR UPDATE", other))
            await hold.ExecuteNonQueryAsync(Test);
        Assert.Equal(people[2..], (await ledger.ClaimAsync(run, 5, Test)).Select(item => item.Target));
        await holding.RollbackAsync(Test);
        Assert.Equal(people[..2], (await ledger.ClaimAsync(run, 5, Test)).Select(item => item.Target));
    }

    [Fact]
    public async Task Pages_show_each_person_once_even_where_two_machines_gave_the_same_places()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL");
        ResendTarget[] people = RandomPeople.Of(2100);
        await using IResendLedger ledger = await bench.OpenAsync();
        LedgerRun run = await BeginAsync(ledger, people);
        await bench.Database.ExecuteAsync("UPDATE listmonkps.resend_item SET place = place / 3");
        List<Guid> shown = [];
        await foreach (LedgerItem item in ledger.ItemsAsync(run, [LedgerState.Due], Test))
            shown.Add(item.Target.Uuid);
        Assert.Equal(people.Select(person => person.Uuid).Order(), shown.Order());
    }

    [Fact]
    public async Task No_address_is_in_it()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await using ListmonkDatabase database = world.Open();
        await Opening(database).OpenAsync(false, Test);
        Assert.Equal(0L, await world.ScalarAsync("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'listmonkps' AND (column_name ~ 'mail|address|name' AND NOT (table_name = 'resend_run' AND column_name = 'name'))"));
    }

    private static async Task<LedgerRun> BeginAsync(IResendLedger ledger, ResendTarget[] people)
    {
        LedgerRun run = await ledger.CreateAsync(new RunIdentity("run", ResendRoute.Api, "account", "", ""), Test);
        await ledger.AddAsync(run, people, Test);
        await ledger.JoinAsync(run, Test);
        return run;
    }

    private static PostgresLedgerOpening Opening(ListmonkDatabase database) => new(database, "server", TimeProvider.System);

    /// <summary>Leaves a run in a journal as a process does that died: so many were begun, of whom the first was mailed, and one more was claimed.</summary>
    private static async Task KeepAsync(LedgerBench journal, string name, ResendTarget[] people, int begun)
    {
        await using IResendLedger local = await journal.OpenAsync();
        LedgerRun run = await local.CreateAsync(new RunIdentity(name, ResendRoute.Api, "account", "", ""), Test);
        await local.AddAsync(run, people, Test);
        await local.JoinAsync(run, Test);
        await local.ClaimAsync(run, begun + 1, Test);
        BeginRule rule = new(local.Now, local.Now, null, local.Now);
        await local.MarkAsync(run, [], [.. people.Take(begun).Select(person => person.Uuid)], rule, Test);
        await local.MarkAsync(run, [new OutcomeMark(people[0].Uuid, LedgerState.Sent, local.Now) { ReplyCode = 200 }], [], rule, Test);
    }
}
