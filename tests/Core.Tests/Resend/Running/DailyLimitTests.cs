using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Running;
using ListmonkPS.Core.Tests.Resend.Bench;

namespace ListmonkPS.Core.Tests.Resend.Running;

public sealed class DailyLimitTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static TheoryData<string> Begins => ["2025-03-29T20:00:00Z", "2025-10-25T20:00:00Z", "2025-12-30T20:00:00Z"];

    [Theory]
    [MemberData(nameof(Begins))]
    public async Task No_day_of_the_time_zone_gets_more_than_its_limit(string begin)
    {
        FastClock clock = new(DateTimeOffset.Parse(begin, System.Globalization.CultureInfo.InvariantCulture), 100_000);
        await using RunBench bench = await RunBench.CreateAsync(17, time: clock);
        ResendLimits limits = RunBench.Limits with { DailyLimit = 5, TimeZone = Berlin, ThrottleLimit = 1 };
        RunEnd end = await bench.SendAsync(new MadeUpSender(), limits, waits: true);
        Assert.Equal(OptInResendRunState.Finished, end.State);
        IEnumerable<DateTime> days = (await bench.BeginsAsync()).Select(at => TimeZoneInfo.ConvertTime(at, Berlin).Date);
        int[] counts = [.. days.GroupBy(day => day).Select(group => group.Count())];
        Assert.All(counts, count => Assert.InRange(count, 1, 5)); // on a slow machine a day of this fast clock can end before its five
        Assert.Equal(17, counts.Sum());
    }

    [Fact]
    public async Task Without_waiting_it_ends_with_the_next_midnight()
    {
        FastClock clock = new(new DateTimeOffset(2025, 3, 29, 20, 0, 0, TimeSpan.Zero), 1);
        await using RunBench bench = await RunBench.CreateAsync(7, time: clock);
        RunEnd end = await bench.SendAsync(new MadeUpSender(), RunBench.Limits with { DailyLimit = 5, TimeZone = Berlin });
        Assert.Equal(OptInResendRunState.Paused, end.State);
        Assert.Equal(new DateTimeOffset(2025, 3, 29, 23, 0, 0, TimeSpan.Zero), end.NextAt);
        Assert.Equal(OptInResendRunState.Paused, (await bench.SendAsync(new MadeUpSender(), RunBench.Limits with { DailyLimit = 5, TimeZone = Berlin })).State); // and nothing is gained by trying again
    }
}
