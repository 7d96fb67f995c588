using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>An account that has reached a limit of an hour, or a mail server that is down, must not use up everybody's attempts.</summary>
public sealed class RefusalStreakTests
{
    [Theory]
    [InlineData(SmtpReplyClass.RateLimit, 60)]
    [InlineData(SmtpReplyClass.TemporaryServer, 5)]
    [InlineData(SmtpReplyClass.ClientSide, null)]
    [InlineData(SmtpReplyClass.Unknown, null)]
    public async Task When_everybody_is_refused_for_now_the_run_pauses_and_the_others_keep_their_attempts(SmtpReplyClass found, int? minutes)
    {
        await using RunBench bench = await RunBench.CreateAsync(50);
        SendOutcome refused = new(OptInResendState.Retry) { Class = found, ReplyCode = 451, ReplyText = "too many", RetryAfter = minutes is { } stated ? TimeSpan.FromMinutes(stated) : null };
        RunEnd end = await bench.SendAsync(new MadeUpSender((_, _, _) => Task.FromResult(refused)), RunBench.Limits with { ThrottleLimit = 1 });
        Assert.Equal(OptInResendRunState.Paused, end.State);
        Assert.InRange(end.NextAt!.Value - bench.Ledger.Now, TimeSpan.FromMinutes((minutes ?? 5) - 1), TimeSpan.FromMinutes(minutes ?? 5));
        Assert.Contains("too many", end.Reason, StringComparison.Ordinal);
        List<LedgerItem> items = await bench.ItemsAsync();
        Assert.Equal(10, items.Count(item => item is { State: LedgerState.Retry, Attempts: 1 }));
        Assert.Equal(40, items.Count(item => item is { State: LedgerState.Due, Attempts: 0 }));
    }

    [Fact]
    public async Task Greylisting_is_of_each_mail_alone()
    {
        await using RunBench bench = await RunBench.CreateAsync(40, time: new FastClock(new DateTimeOffset(2025, 5, 8, 12, 0, 0, TimeSpan.Zero), 2000));
        SendOutcome later = new(OptInResendState.Retry) { Class = SmtpReplyClass.Greylist, ReplyCode = 451, RetryAfter = TimeSpan.FromMinutes(1) };
        RunEnd end = await bench.SendAsync(new MadeUpSender((_, before, _) => Task.FromResult(before == 0 ? later : MadeUpSender.Sent)));
        Assert.Equal(OptInResendRunState.Finished, end.State);
        Assert.All(await bench.ItemsAsync(), item => Assert.Equal((LedgerState.Sent, 2), (item.State, item.Attempts)));
    }

    [Fact]
    public async Task One_that_is_taken_between_them_shows_that_the_server_works()
    {
        await using RunBench bench = await RunBench.CreateAsync(60);
        SendOutcome later = new(OptInResendState.Retry) { Class = SmtpReplyClass.TemporaryServer, ReplyCode = 451, RetryAfter = TimeSpan.FromHours(1) };
        RunEnd end = await bench.SendAsync(
            new MadeUpSender((person, _, _) => Task.FromResult(person.Id % 10 == 0 ? MadeUpSender.Sent : later)), RunBench.Limits with { ThrottleLimit = 1 });
        Assert.Equal(54, (await bench.ItemsAsync()).Count(item => item.State == LedgerState.Retry));
        Assert.DoesNotContain("in a row", end.Reason, StringComparison.Ordinal);
    }
}
