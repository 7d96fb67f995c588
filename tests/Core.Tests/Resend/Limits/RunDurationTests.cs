using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Limits;

public sealed class RunDurationTests
{
    private static readonly DateTimeOffset Noon = new(2025, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 60, null, "0:00:00")]
    [InlineData(90, 60, null, "0:01:30")]
    [InlineData(500, 60, 500, "0:08:20")]
    [InlineData(501, 60, 500, "12:00:01")] // the last one after midnight
    [InlineData(1250, 60, 500, "1.12:04:10")] // two midnights, then 250
    [InlineData(1000, 1, 999, "16:40:00")] // the rate is what takes longer
    [InlineData(20_000_000, 1_000_000, 1, "364999.12:00:00.00006")] // never, in other words
    public void It_takes_what_rate_and_daily_limit_leave(long people, int rate, int? limit, string expected) => Assert.Equal(
        TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), RunDuration.Of(people, RunBench.Limits with { RatePerMinute = rate, DailyLimit = limit }, Noon));

    [Theory]
    [InlineData(0, 120, "0:00:00")]
    [InlineData(380, 120, "0:06:20")] // just what is left of today
    [InlineData(381, 120, "12:00:01")]
    [InlineData(880, 120, "12:08:20")] // today and all of tomorrow
    [InlineData(881, 120, "1.12:00:01")]
    [InlineData(1, 500, "12:00:01")] // nothing is left of today
    [InlineData(501, 700, "1.12:00:01")] // more than the limit, which may have been another
    public void What_is_used_of_the_day_is_not_there_any_more(long people, int used, string expected) => Assert.Equal(
        TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), RunDuration.Of(people, RunBench.Limits with { RatePerMinute = 60, DailyLimit = 500 }, Noon, used));

    [Fact]
    public void An_interval_beyond_all_times_is_one_all_the_same() =>
        Assert.Equal(DateTimeOffset.MinValue, (RunBench.Limits with { MinimumInterval = TimeSpan.MaxValue }).MailedBefore(Noon));

    [Fact]
    public void An_interval_counts_back_from_now() =>
        Assert.Equal(Noon.AddHours(-24), (RunBench.Limits with { MinimumInterval = TimeSpan.FromDays(1) }).MailedBefore(Noon));
}
