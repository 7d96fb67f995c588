using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>What can come over a run that is under way.</summary>
public sealed class RunTroubleTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_that_is_set_back_stops_it()
    {
        SetBackClock clock = new();
        await using RunBench bench = await RunBench.CreateAsync(100, time: clock);
        MadeUpSender sender = new((person, _, _) =>
        {
            if (person.Id == 3)
                clock.Shift = TimeSpan.FromHours(-1);
            return Task.FromResult(MadeUpSender.Sent);
        });
        RunEnd end = await bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = 600 });
        Assert.Equal((OptInResendRunState.Stopped, "ClockSetBack"), (end.State, end.Failure?.Id));
        Assert.InRange(sender.Taken.Count, 3, 40);
    }

    [Fact]
    public async Task A_fault_of_ours_is_thrown_and_the_ledger_does_not_say_that_it_goes_on()
    {
        await using RunBench bench = await RunBench.CreateAsync(50);
        MadeUpSender sender = new((person, _, _) => person.Id == 9 ? throw new InvalidOperationException("made up") : Task.FromResult(MadeUpSender.Sent));
        await Assert.ThrowsAsync<InvalidOperationException>(() => bench.SendAsync(sender));
        LedgerRun run = (await bench.Ledger.FindAsync("run", Test))!;
        Assert.Equal(OptInResendRunState.Stopped, run.State);
        Assert.Contains("InvalidOperationException", run.Reason, StringComparison.Ordinal);
        await bench.SendAsync(new MadeUpSender());
        Assert.Equal(50, (await bench.ItemsAsync()).Count(item => item.State is LedgerState.Sent or LedgerState.InDoubt));
    }

    [Fact]
    public async Task A_run_that_was_given_up_before_it_began_mails_nobody()
    {
        await using RunBench bench = await RunBench.CreateAsync(50, "PostgreSQL");
        await bench.Ledger.SetStateAsync(bench.Run, OptInResendRunState.Cancelled, "asked", Test);
        MadeUpSender sender = new();
        Assert.Equal(OptInResendRunState.Cancelled, (await bench.SendAsync(sender)).State);
        Assert.Empty(sender.Taken);
    }

    [Fact]
    public async Task A_limit_that_another_machine_met_ends_it_here_with_the_same_time()
    {
        await using RunBench bench = await RunBench.CreateAsync(2000, "PostgreSQL");
        await using IResendLedger other = await bench.OpenAnotherAsync();
        DateTimeOffset next = new(bench.Ledger.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        MadeUpSender sender = new(async (person, _, _) =>
        {
            if (person.Id == 3)
                await other.LeaveAsync(bench.Run, OptInResendRunState.Paused, "The limit is reached.", next, Test);
            return MadeUpSender.Sent;
        });
        RunEnd end = await bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = 6000 });
        Assert.Equal(new RunEnd(OptInResendRunState.Paused, "The limit is reached.", next), end);
        Assert.Equal(next, (await bench.Ledger.FindAsync("run", Test))!.NextAt);
    }

    [Fact]
    public async Task Ctrl_C_here_leaves_another_machine_at_work_and_the_last_who_goes_stops_the_run()
    {
        await using RunBench bench = await RunBench.CreateAsync(200, "PostgreSQL");
        await using IResendLedger other = await bench.OpenAnotherAsync();
        using CancellationTokenSource stopHere = new();
        using CancellationTokenSource stopThere = new();
        int sent = 0;
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MadeUpSender there = new(async (_, _, _) =>
        {
            if (Interlocked.Increment(ref sent) == 5)
            {
                await stopHere.CancelAsync();
                await stopped.Task;
                Assert.Equal(OptInResendRunState.Running, (await other.FindAsync("run", Test))!.State);
            }

            if (sent == 20)
                await stopThere.CancelAsync();
            return MadeUpSender.Sent;
        });
        async Task<RunEnd> HereAsync()
        {
            RunEnd end = await bench.SendAsync(new MadeUpSender(), RunBench.Limits with { RatePerMinute = 1200, ThrottleLimit = 1 }, stop: stopHere.Token);
            stopped.SetResult();
            return end;
        }

        RunEnd[] ends = await Task.WhenAll(HereAsync(), bench.SendAsync(there, RunBench.Limits with { RatePerMinute = 1200, ThrottleLimit = 1 }, ledger: other, stop: stopThere.Token));
        Assert.All(ends, end => Assert.Equal(RunEnd.Interrupted, end));
        Assert.InRange(sent, 20, 25);
        Assert.Equal(OptInResendRunState.Stopped, (await bench.Ledger.FindAsync("run", Test))!.State);
        Assert.DoesNotContain(await bench.ItemsAsync(), item => item.State is LedgerState.Claimed or LedgerState.Begun);
    }

    [Fact]
    public async Task Two_runs_over_the_same_people_at_the_same_time_mail_nobody_twice()
    {
        await using RunBench bench = await RunBench.CreateAsync(300, "PostgreSQL");
        await using IResendLedger other = await bench.OpenAnotherAsync();
        LedgerRun second = await other.CreateAsync(RunBench.Identity with { Name = "second" }, Test);
        await other.AddAsync(second, bench.Targets, Test);
        MadeUpSender sender = new();
        RunEnd[] ends = await Task.WhenAll(bench.SendAsync(sender), bench.SendAsync(sender, ledger: other, run: second));
        Assert.All(ends, end => Assert.Equal(OptInResendRunState.Finished, end.State));
        Assert.Equal(bench.Targets.Select(person => person.Id), sender.Taken.Order());
        long skipped = (await bench.Ledger.CountAsync(bench.Run, Test))[LedgerState.Skipped] + (await other.CountAsync(second, Test))[LedgerState.Skipped];
        Assert.Equal(300, skipped);
    }

    /// <summary>The real time, until somebody sets it.</summary>
    private sealed class SetBackClock : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
    }
}
