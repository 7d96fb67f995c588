using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Tests.Resend.Bench;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Resend.Ledger;

/// <summary>What every ledger has to do, whatever it is made of.</summary>
public sealed class LedgerTests
{
    private static readonly RunIdentity Identity = new("run", ResendRoute.Api, "smtp.example.org (news)", "", "");
    private static readonly DateTimeOffset Start = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => ["PostgreSQL", "Journal"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task People_are_claimed_once_in_the_order_of_the_input(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        ResendTarget[] people = RandomPeople.Of(25);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, people);
        List<LedgerItem> claimed = [];
        while (await ledger.ClaimAsync(run, 10, Test) is { Count: > 0 } batch)
            claimed.AddRange(batch);
        Assert.Equal(people, claimed.Select(item => item.Target));
        Assert.Equal(25, (await ledger.CountAsync(run, Test)).Held);
        await ledger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task People_who_are_there_already_are_not_doubled(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        ResendTarget[] people = RandomPeople.Of(3);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, people);
        await ledger.AddAsync(run, [people[1], .. RandomPeople.Of(1)], Test);
        Assert.Equal(4, (await ledger.CountAsync(run, Test)).Total);
        for (int time = 0; time < 3; time++)
            await ledger.AddAsync(run, [people[0], people[2], .. RandomPeople.Of(1)], Test);
        List<LedgerItem> items = await ItemsAsync(ledger, run);
        Assert.Equal((7, 7), (items.Count, items.DistinctBy(item => item.Place).Count()));
        Assert.Equal(people, items.Take(3).Select(item => item.Target));
        await ledger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_outcome_is_there_after_the_ledger_was_opened_again(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        ResendTarget[] people = RandomPeople.Of(4);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, people);
        await ledger.ClaimAsync(run, 4, Test);
        await BeginsAsync(ledger, run, people);
        DateTimeOffset at = ledger.Now;
        await ledger.MarkAsync(
            run,
            [
                new OutcomeMark(people[0].Uuid, LedgerState.Sent, at) { Class = SmtpReplyClass.Accepted, ReplyCode = 250, MessageId = "a@b" },
                new OutcomeMark(people[1].Uuid, LedgerState.Retry, at) { NextAt = at.AddHours(1), Class = SmtpReplyClass.Greylist, ReplyCode = 451, ReplyText = "later" },
                new OutcomeMark(people[2].Uuid, LedgerState.GaveUp, at) { Class = SmtpReplyClass.MailboxUnknown, ReplyCode = 550, ReplyText = "no such user" },
                new OutcomeMark(people[3].Uuid, LedgerState.Due, at),
            ],
            [], Rule(ledger), Test);
        await ledger.LeaveAsync(run, OptInResendRunState.Paused, "why", at.AddHours(1), Test);
        await ledger.DisposeAsync();

        await using IResendLedger again = await bench.OpenAsync();
        LedgerRun found = (await again.FindAsync("run", Test))!;
        Assert.Equal((Identity, OptInResendRunState.Paused, "why"), (found.Identity, found.State, found.Reason));
        Assert.Equal(at.AddHours(1), found.NextAt!.Value, TimeSpan.FromMilliseconds(1));
        Assert.Equal("run", Assert.Single(await again.RunsAsync(Test)).Name);
        List<LedgerItem> items = await ItemsAsync(again, found);
        Assert.Equal([LedgerState.Sent, LedgerState.Retry, LedgerState.GaveUp, LedgerState.Due], items.Select(item => item.State));
        Assert.Equal([1, 1, 1, 0], items.Select(item => item.Attempts));
        Assert.Equal(("a@b", 250, SmtpReplyClass.Accepted), (items[0].MessageId, items[0].ReplyCode, items[0].Class));
        Assert.Equal(("later", SmtpReplyClass.Greylist), (items[1].ReplyText, items[1].Class));
        LedgerFigures figures = await again.CountAsync(found, Test);
        Assert.Equal((4, 2, 1L), (figures.Total, figures.Left, figures.GaveUpBy[SmtpReplyClass.MailboxUnknown]));
        Assert.Equal(at.AddHours(1), figures.NextRetryAt!.Value, TimeSpan.FromMilliseconds(1));
        LedgerPerson known = Assert.Single(await again.PeopleAsync([.. people.Select(person => person.Uuid)], Test), pair => pair.Value.Sent > 0).Value;
        Assert.Equal(1, known.Sent);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_begun_when_a_process_died_is_in_doubt_and_what_was_claimed_is_due(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        ResendTarget[] people = RandomPeople.Of(5);
        (IResendLedger dead, LedgerRun run) = await BeginAsync(bench, people, isElsewhere: true);
        await dead.ClaimAsync(run, 4, Test);
        await BeginsAsync(dead, run, people[..2]);
        await dead.DisposeAsync(); // without leaving the run
        if (kind == "PostgreSQL")
            await bench.Database.ExecuteAsync("UPDATE listmonkps.resend_worker SET seen_at = seen_at - interval '1 minute'");

        await using IResendLedger again = await bench.OpenAsync();
        await again.JoinAsync(run, Test);
        Assert.Equal([LedgerState.InDoubt, LedgerState.InDoubt, LedgerState.Due, LedgerState.Due, LedgerState.Due], (await ItemsAsync(again, run)).Select(item => item.State));
        Assert.Equal(people[2..], (await again.ClaimAsync(run, 10, Test)).Select(item => item.Target));
        Assert.Equal([BeginVerdict.Lost], await BeginsAsync(again, run, people[..1]));
        await again.RetryInDoubtAsync(run, Test);
        Assert.Equal(people[..2], (await again.ClaimAsync(run, 10, Test)).Select(item => item.Target));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun], await BeginsAsync(again, run, people[..2]));
        Assert.Equal([2, 2], (await ItemsAsync(again, run)).Take(2).Select(item => item.Attempts));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Marks_that_are_repeated_change_nothing(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        ResendTarget[] people = RandomPeople.Of(2);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, people);
        await ledger.ClaimAsync(run, 2, Test);
        await BeginsAsync(ledger, run, people[..1]);
        OutcomeMark mark = new(people[0].Uuid, LedgerState.Sent, ledger.Now);
        for (int time = 0; time < 2; time++)
            Assert.Equal([BeginVerdict.Begun], await ledger.MarkAsync(run, [mark], [people[1].Uuid], Rule(ledger) with { DailyLimit = 2 }, Test));
        List<LedgerItem> items = await ItemsAsync(ledger, run);
        Assert.Equal([1, 1], items.Select(item => item.Attempts));
        Assert.Equal(1, (await ledger.PeopleAsync([people[0].Uuid], Test))[people[0].Uuid].Sent);
        await ledger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task G23_nobody_begins_who_was_mailed_within_the_interval_by_another_run(string kind)
    {
        FakeTimeProvider time = new(Start);
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind, time);
        ResendTarget[] people = RandomPeople.Of(2);
        (IResendLedger first, LedgerRun run) = await BeginAsync(bench, people);
        await first.ClaimAsync(run, 2, Test);
        await BeginsAsync(first, run, people);
        await first.MarkAsync(run, [new OutcomeMark(people[0].Uuid, LedgerState.Sent, first.Now)], [], Rule(first), Test); // the other has no outcome yet
        await first.DisposeAsync();

        time.Advance(TimeSpan.FromHours(23));
        await using IResendLedger second = await bench.OpenAsync();
        LedgerRun other = await second.CreateAsync(Identity with { Name = "other" }, Test);
        await second.AddAsync(other, people, Test);
        await second.JoinAsync(other, Test);
        await second.ClaimAsync(other, 2, Test);
        Assert.Equal([BeginVerdict.MailedLately, BeginVerdict.MailedLately], await BeginsAsync(second, other, people));
        time.Advance(TimeSpan.FromHours(2));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun], await BeginsAsync(second, other, people));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_limit_of_a_day_holds_over_all_runs_of_the_account(string kind)
    {
        FakeTimeProvider time = new(Start);
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind, time);
        ResendTarget[] people = RandomPeople.Of(6);
        (IResendLedger first, LedgerRun run) = await BeginAsync(bench, people[..3]);
        await first.ClaimAsync(run, 3, Test);
        await BeginsAsync(first, run, people[..3]);
        await first.DisposeAsync();

        await using IResendLedger second = await bench.OpenAsync();
        LedgerRun other = await second.CreateAsync(Identity with { Name = "other" }, Test);
        await second.AddAsync(other, people[3..], Test);
        await second.JoinAsync(other, Test);
        await second.ClaimAsync(other, 3, Test);
        BeginRule rule = Rule(second) with { DailyLimit = 5 };
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun, BeginVerdict.OverLimit], await second.MarkAsync(other, [], [.. people[3..].Select(person => person.Uuid)], rule, Test));
        time.Advance(TimeSpan.FromHours(13));
        BeginRule tomorrow = Rule(second) with { DailyLimit = 5 };
        Assert.Equal([BeginVerdict.Begun], await second.MarkAsync(other, [], [people[5].Uuid], tomorrow, Test));
    }

    /// <summary>By the API listmonk takes any of its servers: each mail counts for all of them, and what runs by SMTP sent counts for it.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_limit_is_shared_by_accounts_that_may_be_the_same(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind, new FakeTimeProvider(Start));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun], await BeginsAsync(bench, "one (x); two (y)", 2, 5));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.OverLimit], await BeginsAsync(bench, "Two (y)", 2, 3));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun, BeginVerdict.OverLimit], await BeginsAsync(bench, "one (x)", 3, 4));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.OverLimit], await BeginsAsync(bench, "one (x); two (y)", 2, 5));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.OverLimit], await BeginsAsync(bench, "three (z); two (y)", 2, 5));
        Assert.Equal([BeginVerdict.Begun, BeginVerdict.Begun], await BeginsAsync(bench, "four (x)", 2, 2));
        await using IResendLedger ledger = await bench.OpenAsync();
        foreach ((string account, int used) in ((string, int)[])[("one (x)", 5), ("two (y)", 5), ("two (y); one (x)", 5), ("three (z)", 1), ("four (x)", 2), ("three (z); four (x)", 2), ("five", 0)])
            Assert.Equal((account, used), (account, await ledger.UsedAsync(account, Rule(ledger).DayStart, Test)));
    }

    [Fact]
    public async Task A_rate_is_shared_by_accounts_that_may_be_the_same()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("PostgreSQL", new FakeTimeProvider(Start));
        DateTimeOffset[] times = new DateTimeOffset[4];
        string[] accounts = ["one; two", "two", "one; three", "four"];
        for (int number = 0; number < accounts.Length; number++)
        {
            await using IResendLedger ledger = await bench.OpenAsync();
            LedgerRun run = await ledger.CreateAsync(Identity with { Name = accounts[number].Replace("; ", "-", StringComparison.Ordinal), Account = accounts[number] }, Test);
            times[number] = await ledger.ReserveAsync(run, 3, TimeSpan.FromSeconds(1), Test);
        }

        Assert.Equal([0, 3, 3, 0], times.Select(time => (time - Start).TotalSeconds));
    }

    [Fact]
    public async Task Whoever_may_use_the_account_of_another_journal_waits_for_it()
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync("Journal");
        await using IResendLedger holder = await bench.OpenAsync();
        await holder.CreateAsync(Identity with { Account = "one (x); two (y)" }, Test);
        await using JournalLedger stranger = new(new JournalFolder(Path.GetDirectoryName(bench.Journals.Path)!, "stranger"), "stranger", TimeProvider.System);
        Assert.Equal("JournalHeld", (await Assert.ThrowsAsync<FailureException>(() => stranger.CreateAsync(Identity with { Account = "TWO (y)" }, Test))).Failure.Id);
        await stranger.CreateAsync(Identity with { Account = "three" }, Test);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_rate_is_reserved_one_after_the_other(string kind)
    {
        FakeTimeProvider time = new(Start);
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind, time);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, []);
        DateTimeOffset first = await ledger.ReserveAsync(run, 3, TimeSpan.FromSeconds(1), Test);
        DateTimeOffset second = await ledger.ReserveAsync(run, 1, TimeSpan.FromSeconds(1), Test);
        Assert.Equal(TimeSpan.FromSeconds(3), second - first);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ledger.Now, await ledger.ReserveAsync(run, 1, TimeSpan.FromSeconds(1), Test)); // what was not used is not saved up
        await ledger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_clock_that_was_set_back_is_refused(string kind)
    {
        FakeTimeProvider time = new(Start);
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind, time);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, []);
        await ledger.LeaveAsync(run, OptInResendRunState.Stopped, "", null, Test);
        await ledger.DisposeAsync();
        await using LedgerBench earlier = bench.At(new FakeTimeProvider(Start.AddMinutes(-5)));
        await using IResendLedger again = await earlier.OpenAsync();
        Assert.Equal("ClockSetBack", (await Assert.ThrowsAsync<FailureException>(() => again.JoinAsync(run, Test))).Failure.Id);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_run_that_is_stopped_from_elsewhere_shows_it_at_the_next_beat(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        (IResendLedger ledger, LedgerRun run) = await BeginAsync(bench, RandomPeople.Of(1));
        Assert.Equal(OptInResendRunState.Running, await ledger.BeatAsync(run, Test));
        await using (IResendLedger other = await bench.OpenAsync(isElsewhere: true))
            await other.SetStateAsync((await other.FindAsync("run", Test))!, OptInResendRunState.Cancelled, "asked", Test);
        Assert.Equal(OptInResendRunState.Cancelled, await ledger.BeatAsync(run, Test));
        await ledger.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_name_is_taken_once(string kind)
    {
        await using LedgerBench bench = await LedgerBench.CreateAsync(kind);
        (IResendLedger ledger, _) = await BeginAsync(bench, []);
        Assert.Equal("RunExists", (await Assert.ThrowsAsync<FailureException>(() => ledger.CreateAsync(Identity, Test))).Failure.Id);
        Assert.Null(await ledger.FindAsync("none", Test));
        await ledger.DisposeAsync();
    }

    /// <summary>Begins mails of a new run with an account and a limit a day.</summary>
    private static async Task<IReadOnlyList<BeginVerdict>> BeginsAsync(LedgerBench bench, string account, int count, int limit)
    {
        await using IResendLedger ledger = await bench.OpenAsync();
        ResendTarget[] people = RandomPeople.Of(count);
        LedgerRun run = await ledger.CreateAsync(Identity with { Name = Guid.NewGuid().ToString(), Account = account }, Test);
        await ledger.AddAsync(run, people, Test);
        await ledger.JoinAsync(run, Test);
        await ledger.ClaimAsync(run, count, Test);
        return await ledger.MarkAsync(run, [], [.. people.Select(person => person.Uuid)], Rule(ledger) with { DailyLimit = limit }, Test);
    }

    private static BeginRule Rule(IResendLedger ledger) =>
        new(ledger.Now, ledger.Now.AddHours(-24), null, new DateTimeOffset(ledger.Now.UtcDateTime.Date, TimeSpan.Zero));

    private static Task<IReadOnlyList<BeginVerdict>> BeginsAsync(IResendLedger ledger, LedgerRun run, ResendTarget[] people) =>
        ledger.MarkAsync(run, [], [.. people.Select(person => person.Uuid)], Rule(ledger), Test);

    private static async Task<(IResendLedger Ledger, LedgerRun Run)> BeginAsync(LedgerBench bench, ResendTarget[] people, bool isElsewhere = false)
    {
        IResendLedger ledger = await bench.OpenAsync(isElsewhere);
        LedgerRun run = await ledger.CreateAsync(Identity, Test);
        if (people.Length > 0)
            await ledger.AddAsync(run, people, Test);
        await ledger.JoinAsync(run, Test);
        return (ledger, run);
    }

    private static async Task<List<LedgerItem>> ItemsAsync(IResendLedger ledger, LedgerRun run)
    {
        List<LedgerItem> items = [];
        await foreach (LedgerItem item in ledger.ItemsAsync(run, Enum.GetValues<LedgerState>(), Test))
            items.Add(item);
        return items;
    }
}
