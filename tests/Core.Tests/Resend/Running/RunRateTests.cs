using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>No mail leaves before its turn, and no more are on their way than may be.</summary>
public sealed class RunRateTests
{
    private static readonly DateTimeOffset Noon = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Journal", 1, 60)]
    [InlineData("Journal", 8, 60)]
    [InlineData("Journal", 4, 6000)]
    [InlineData("PostgreSQL", 4, 60)]
    public async Task The_rate_holds_for_all_senders_together(string kind, int atOnce, int rate)
    {
        const int People = 100;
        FastClock clock = new(Noon, 200);
        await using RunBench bench = await RunBench.CreateAsync(People, kind, clock);
        long last = 0;
        MadeUpSender sender = new((_, _, _) =>
        {
            InterlockedMost(ref last, clock.GetUtcNow().UtcTicks); // who took the time first need not be here first
            return Task.FromResult(MadeUpSender.Sent);
        });
        DateTimeOffset began = clock.GetUtcNow();
        await bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = rate, ThrottleLimit = atOnce });
        TimeSpan took = new(last - began.UtcTicks);
        Assert.True(took >= TimeSpan.FromMinutes((double)(People - 1) / rate), $"{People} mails took {took}.");
    }

    [Fact]
    public async Task Two_machines_share_the_rate_of_the_account()
    {
        const int People = 60;
        const int Rate = 3000;
        // A true clock: on a fast one a pause of this machine is minutes without a sign of life of the other one's.
        FastClock clock = new(Noon, 1);
        await using RunBench bench = await RunBench.CreateAsync(People, "PostgreSQL", clock);
        await using IResendLedger other = await bench.OpenAnotherAsync();
        MadeUpSender sender = new();
        DateTimeOffset began = clock.GetUtcNow();
        await Task.WhenAll(
            bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = Rate, ThrottleLimit = 2 }),
            bench.SendAsync(sender, RunBench.Limits with { RatePerMinute = Rate, ThrottleLimit = 2 }, ledger: other));
        Assert.Equal(People, sender.Taken.Count);
        Assert.True(clock.GetUtcNow() - began >= TimeSpan.FromMinutes((double)(People - 1) / Rate));
    }

    [Fact]
    public async Task As_many_are_on_their_way_as_may_be_and_no_more()
    {
        const int AtOnce = 5;
        await using RunBench bench = await RunBench.CreateAsync(60);
        int now = 0;
        long most = 0;
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        MadeUpSender sender = new(async (_, _, cancellation) =>
        {
            int here = Interlocked.Increment(ref now);
            InterlockedMost(ref most, here);
            if (here == AtOnce)
                all.TrySetResult();
            await all.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellation); // the first wait for the others
            await Task.Yield();
            Interlocked.Decrement(ref now);
            return MadeUpSender.Sent;
        });
        await bench.SendAsync(sender, RunBench.Limits with { ThrottleLimit = AtOnce });
        Assert.Equal(AtOnce, most);
        Assert.Equal(60, sender.Taken.Count);
    }

    private static void InterlockedMost(ref long most, long here)
    {
        long seen;
        while (here > (seen = Volatile.Read(ref most)) && Interlocked.CompareExchange(ref most, here, seen) != seen)
        {
        }
    }
}
