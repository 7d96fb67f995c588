using System.Globalization;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Tests.Resend.Bench;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Resend.Running;

public sealed class RunTallyTests
{
    [Fact]
    public void Progress_reads_as_the_design_has_it()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        FakeTimeProvider time = new(new DateTimeOffset(2025, 5, 8, 14, 0, 0, TimeSpan.Zero));
        RunTally tally = new("2025-05-08-a", time, RunBench.Limits);
        tally.Reset(new LedgerFigures(new Dictionary<LedgerState, long> { [LedgerState.Due] = 2131 }, null, new Dictionary<SmtpReplyClass, long>()));
        for (int mail = 0; mail < 797; mail++)
        {
            tally.Count(LedgerState.Sent, wasRetry: false);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        tally.Count(LedgerState.Retry, wasRetry: false);
        tally.Count(LedgerState.Retry, wasRetry: false);
        tally.Count(LedgerState.Retry, wasRetry: false);
        tally.Count(LedgerState.Sent, wasRetry: true);
        tally.Count(LedgerState.InDoubt, wasRetry: false);
        ProgressNotice notice = tally.Notice();
        Assert.Equal("Resend \"2025-05-08-a\"", notice.Activity);
        Assert.Equal("[0:13:17]   37.5 %  799 of 2,131   61/min   2 retry   1 in doubt   ETA 2025-05-08 14:35", notice.Status);
        Assert.Equal((799L, 2131L, false), (notice.Done, notice.Total, notice.IsCompleted));
        Assert.InRange(notice.Remaining!.Value, TimeSpan.FromMinutes(21), TimeSpan.FromMinutes(23));
    }

    [Fact]
    public void The_end_that_is_shown_is_one_that_the_limit_of_the_day_allows()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        FakeTimeProvider time = new(new DateTimeOffset(2025, 5, 8, 14, 0, 0, TimeSpan.Zero));
        RunTally tally = new("april", time, RunBench.Limits with { DailyLimit = 500, RatePerMinute = 60 });
        tally.Reset(new LedgerFigures(new Dictionary<LedgerState, long> { [LedgerState.Due] = 1301 }, null, new Dictionary<SmtpReplyClass, long>()));
        for (int mail = 0; mail < 60; mail++)
        {
            tally.Count(LedgerState.Sent, wasRetry: false);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.EndsWith("ETA 2025-05-10 00:04", tally.Notice().Status, StringComparison.Ordinal); // 1,241 are left: two midnights, then 241
    }

    [Fact]
    public void A_pause_shows_why_and_until_when()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        FakeTimeProvider time = new(new DateTimeOffset(2025, 5, 8, 14, 0, 0, TimeSpan.Zero));
        RunTally tally = new("april", time, RunBench.Limits);
        tally.Reset(new LedgerFigures(new Dictionary<LedgerState, long> { [LedgerState.Sent] = 500, [LedgerState.Due] = 1631 }, null, new Dictionary<SmtpReplyClass, long>()));
        time.Advance(TimeSpan.FromMinutes(42));
        ProgressNotice notice = tally.PausedNotice("The limit of 500 mails a day is reached.", time.GetUtcNow().AddHours(9));
        Assert.Equal("[0:42:00]   500 of 2,131   paused: The limit of 500 mails a day is reached. Goes on 2025-05-08 23:42.", notice.Status);
        Assert.Equal((TimeSpan.FromHours(9), false), (notice.Remaining!.Value, notice.IsCompleted));
    }

    [Fact]
    public void Nothing_done_yet_has_no_end_in_sight()
    {
        RunTally tally = new("run", new FakeTimeProvider(), RunBench.Limits);
        Assert.Null(tally.Notice().Remaining);
        Assert.True(tally.Notice(isLast: true).IsCompleted);
    }
}
