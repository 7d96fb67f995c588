using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

public sealed class ResendRunTests
{
    private static readonly DateTimeOffset Start = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Journal")]
    [InlineData("PostgreSQL")]
    public async Task Everybody_is_mailed_once_and_the_run_is_finished(string kind)
    {
        await using RunBench bench = await RunBench.CreateAsync(120, kind);
        MadeUpSender sender = new();
        Assert.Equal(new RunEnd(OptInResendRunState.Finished), await bench.SendAsync(sender));
        Assert.Equal(bench.Targets.Select(person => person.Id), sender.Taken.Order());
        Assert.All(await bench.ItemsAsync(), item => Assert.Equal((LedgerState.Sent, 1), (item.State, item.Attempts)));
        Assert.Equal(OptInResendRunState.Finished, (await bench.Ledger.FindAsync("run", Test))!.State);
    }

    [Fact]
    public async Task Two_machines_share_a_run_and_nobody_is_mailed_twice()
    {
        await using RunBench bench = await RunBench.CreateAsync(300, "PostgreSQL");
        await using IResendLedger other = await bench.OpenAnotherAsync();
        MadeUpSender sender = new();
        RunEnd[] ends = await Task.WhenAll(bench.SendAsync(sender), bench.SendAsync(sender, ledger: other));
        Assert.All(ends, end => Assert.Equal(OptInResendRunState.Finished, end.State));
        Assert.Equal(bench.Targets.Select(person => person.Id), sender.Taken.Order());
    }

    [Fact]
    public async Task No_sender_has_more_than_two_mails_whose_end_is_not_on_disk()
    {
        await using RunBench bench = await RunBench.CreateAsync(100);
        long most = 0;
        MadeUpSender sender = new(async (_, _, _) =>
        {
            most = Math.Max(most, (await bench.Ledger.CountAsync(bench.Run, Test))[LedgerState.Begun]);
            return MadeUpSender.Sent;
        });
        await bench.SendAsync(sender, RunBench.Limits with { ThrottleLimit = 3 });
        Assert.InRange(most, 1, 6);
    }

    [Fact]
    public async Task G21_who_confirms_or_goes_while_the_run_is_under_way_is_not_mailed()
    {
        await using RunBench bench = await RunBench.CreateAsync(60);
        MadeUpSender sender = new((person, _, _) =>
        {
            if (person.Id == 5)
            {
                bench.People.Remove(40, NotDueReason.NotWaiting);
                bench.People.Remove(41, NotDueReason.Gone);
            }

            return Task.FromResult(MadeUpSender.Sent);
        });
        await bench.SendAsync(sender, RunBench.Limits with { ThrottleLimit = 1 });
        Assert.Equal(58, sender.Taken.Count);
        LedgerItem[] skipped = [.. (await bench.ItemsAsync()).Where(item => item.State == LedgerState.Skipped)];
        Assert.Equal([(40, "NotWaiting"), (41, "Gone")], skipped.Select(item => (item.Target.Id, item.ReplyText)));
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_now_is_tried_again_and_given_up_in_the_end()
    {
        await using RunBench bench = await RunBench.CreateAsync(3, time: new FastClock(Start, 2000));
        SendOutcome later = new(OptInResendState.Retry) { Class = SmtpReplyClass.Greylist, ReplyCode = 451, ReplyText = "later", RetryAfter = TimeSpan.FromMinutes(1) };
        SendOutcome never = new(OptInResendState.GaveUp) { Class = SmtpReplyClass.MailboxUnknown, ReplyCode = 550, ReplyText = "no such user" };
        MadeUpSender sender = new((person, before, _) => Task.FromResult(
            person.Id == 1 ? (before == 0 ? later : MadeUpSender.Sent) : person.Id == 2 ? later : never));
        RunEnd end = await bench.SendAsync(sender);
        Assert.Equal(OptInResendRunState.Finished, end.State);
        Assert.Equal([2, 3, 1], bench.Targets.Select(person => sender.Tries(person.Id)));
        Assert.Equal([LedgerState.Sent, LedgerState.GaveUp, LedgerState.GaveUp], (await bench.ItemsAsync()).Select(item => item.State));
        Assert.Equal([2, 3, 1], (await bench.ItemsAsync()).Select(item => item.Attempts));
    }

    [Fact]
    public async Task A_retry_that_comes_much_later_pauses_the_run_with_the_time()
    {
        await using RunBench bench = await RunBench.CreateAsync(2);
        SendOutcome later = new(OptInResendState.Retry) { RetryAfter = TimeSpan.FromHours(4) };
        RunEnd end = await bench.SendAsync(new MadeUpSender((person, _, _) => Task.FromResult(person.Id == 1 ? later : MadeUpSender.Sent)));
        Assert.Equal(OptInResendRunState.Paused, end.State);
        Assert.InRange(end.NextAt!.Value - bench.Ledger.Now, TimeSpan.FromHours(3.9), TimeSpan.FromHours(4.9));
    }

    [Fact]
    public async Task A_quota_pauses_the_run_and_costs_its_mail_no_attempt()
    {
        await using RunBench bench = await RunBench.CreateAsync(50);
        DateTimeOffset until = bench.Ledger.Now.AddHours(7);
        SendOutcome quota = new(OptInResendState.Due) { Class = SmtpReplyClass.QuotaDaily, Stop = new SendStop(ResendFailures.QuotaReached("account", "452 too many"), until) };
        RunEnd end = await bench.SendAsync(new MadeUpSender((person, _, _) => Task.FromResult(person.Id < 10 ? MadeUpSender.Sent : quota)), RunBench.Limits with { ThrottleLimit = 1 });
        Assert.Equal((OptInResendRunState.Paused, until), (end.State, end.NextAt!.Value));
        Assert.Contains("452 too many", end.Reason, StringComparison.Ordinal);
        List<LedgerItem> items = await bench.ItemsAsync();
        Assert.Equal(9, items.Count(item => item.State == LedgerState.Sent));
        Assert.Equal(41, items.Count(item => item is { State: LedgerState.Due, Attempts: 0 }));
        Assert.Equal(OptInResendRunState.Finished, (await bench.SendAsync(new MadeUpSender())).State);
    }

    [Fact]
    public async Task A_log_in_that_is_lost_stops_the_run_and_nothing_else_is_tried()
    {
        await using RunBench bench = await RunBench.CreateAsync(50);
        Failure lost = ResendFailures.AccountRefused("account", "AuthFailed, 535", "Mend it.");
        MadeUpSender sender = new((_, _, _) => Task.FromResult(SendOutcome.NotSent with { Stop = new SendStop(lost) }));
        RunEnd end = await bench.SendAsync(sender);
        Assert.Equal((OptInResendRunState.Stopped, lost), (end.State, end.Failure));
        Assert.InRange(bench.Targets.Count(person => sender.Tries(person.Id) > 0), 1, 4); // those on their way
        Assert.All(await bench.ItemsAsync(), item => Assert.Equal((LedgerState.Due, 0), (item.State, item.Attempts)));
    }

    [Fact]
    public async Task Ctrl_C_ends_within_a_second_and_leaves_nothing_in_hand()
    {
        await using RunBench bench = await RunBench.CreateAsync(50);
        using CancellationTokenSource stop = new();
        int waiting = 0;
        MadeUpSender sender = new(async (_, _, cancellation) =>
        {
            if (Interlocked.Increment(ref waiting) == 4)
                await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
            return new SendOutcome(OptInResendState.InDoubt);
        });
        Task<RunEnd> sending = bench.SendAsync(sender, stop: stop.Token);
        RunEnd end = await sending.WaitAsync(TimeSpan.FromMinutes(1), Test);
        Assert.Equal(OptInResendRunState.Stopped, end.State);
        List<LedgerItem> items = await bench.ItemsAsync();
        Assert.Equal(4, items.Count(item => item.State == LedgerState.InDoubt));
        Assert.Equal(46, items.Count(item => item is { State: LedgerState.Due, Attempts: 0 }));
    }

    [Fact]
    public async Task Who_stops_it_from_elsewhere_stops_it()
    {
        await using RunBench bench = await RunBench.CreateAsync(2000, "PostgreSQL");
        await using IResendLedger other = await bench.OpenAnotherAsync();
        MadeUpSender sender = new(async (person, _, _) =>
        {
            if (person.Id == 3)
                await other.SetStateAsync(bench.Run, OptInResendRunState.Cancelled, "asked", Test);
            return MadeUpSender.Sent;
        });
        RunEnd end = await bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = 6000 });
        Assert.Equal(OptInResendRunState.Cancelled, end.State);
        Assert.InRange(sender.Taken.Count, 3, 1500);
        Assert.Equal(OptInResendRunState.Cancelled, (await bench.Ledger.FindAsync("run", Test))!.State);
    }
}
