using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>A run that waits for the next day.</summary>
public sealed class RunPauseTests
{
    private const int Limit = 5;

    private static readonly DateTimeOffset Noon = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Journal", OptInResendRunState.Stopped)]
    [InlineData("PostgreSQL", OptInResendRunState.Stopped)]
    [InlineData("PostgreSQL", OptInResendRunState.Cancelled)]
    public async Task It_is_stopped_while_it_waits_and_mails_nobody_afterwards(string kind, OptInResendRunState wanted)
    {
        await using RunBench bench = await RunBench.CreateAsync(12, kind, new FastClock(Noon, 200));
        await using IResendLedger other = await bench.OpenAnotherAsync();
        Task stopping = Task.CompletedTask;
        HeardNotices notices = new() { OnVerbose = _ => stopping = Task.Run(() => other.SetStateAsync(bench.Run, wanted, "asked", Test), Test) };
        MadeUpSender sender = new();
        RunEnd end = await bench.SendAsync(sender, RunBench.Limits with { DailyLimit = Limit, ThrottleLimit = 1 }, waits: true, notices: notices);
        await stopping;
        Assert.Equal(wanted, end.State);
        Assert.Equal(Limit, sender.Taken.Count);
        Assert.Equal(wanted, (await bench.Ledger.FindAsync("run", Test))!.State);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait_and_the_run_stays_paused()
    {
        await using RunBench bench = await RunBench.CreateAsync(12, time: new FastClock(Noon, 1));
        using CancellationTokenSource stop = new();
        HeardNotices notices = new() { OnVerbose = _ => stop.CancelAfter(1) };
        RunEnd end = await bench.SendAsync(new MadeUpSender(), RunBench.Limits with { DailyLimit = Limit }, waits: true, stop: stop.Token, notices: notices);
        Assert.Equal((OptInResendRunState.Paused, (DateTimeOffset?)new DateTimeOffset(Noon.Date.AddDays(1), Noon.Offset)), (end.State, end.NextAt));
        Assert.Equal(OptInResendRunState.Paused, (await bench.Ledger.FindAsync("run", Test))!.State);
    }
}
