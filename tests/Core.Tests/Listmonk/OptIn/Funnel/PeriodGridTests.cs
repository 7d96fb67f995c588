using ListmonkPS.Core.Listmonk.OptIn.Funnel;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.Funnel;

public sealed class PeriodGridTests
{
    private static readonly DateTimeOffset Until = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", "2025-10-26T00:30:00Z", "2025-10-26T02:00:00+02:00")] // the hour before the clock goes back
    [InlineData("Europe/Berlin", "2025-10-26T01:30:00Z", "2025-10-26T02:00:00+01:00")] // the same hour of the clock again
    [InlineData("Europe/Berlin", "2025-03-30T01:10:00Z", "2025-03-30T03:00:00+02:00")]
    [InlineData("Asia/Kathmandu", "2025-06-01T00:20:00Z", "2025-06-01T06:00:00+05:45")]
    [InlineData("UTC", "2025-06-01T23:59:59Z", "2025-06-01T23:00:00+00:00")]
    public void An_hour_is_one_of_the_clock(string zone, string time, string start) => Assert.Equal(start, StartOf(zone, TimeSpan.FromHours(1), time));

    [Theory]
    [InlineData("Europe/Berlin", "2025-10-26T22:59:59Z", "2025-10-26T00:00:00+02:00")] // a day of 25 hours
    [InlineData("Europe/Berlin", "2025-10-26T23:00:00Z", "2025-10-27T00:00:00+01:00")]
    [InlineData("America/New_York", "2025-03-10T03:59:59Z", "2025-03-09T00:00:00-05:00")]
    [InlineData("Africa/Cairo", "2025-04-25T12:00:00Z", "2025-04-25T01:00:00+03:00")] // the clock skips this midnight
    public void A_day_begins_at_midnight_of_the_clock(string zone, string time, string start) => Assert.Equal(start, StartOf(zone, TimeSpan.FromDays(1), time));

    [Theory]
    [InlineData("2025-04-20T23:59:59Z", "2025-04-14T00:00:00+00:00")]
    [InlineData("2025-04-21T00:00:00Z", "2025-04-21T00:00:00+00:00")]
    public void A_week_begins_on_a_Monday(string time, string start) => Assert.Equal(start, StartOf("UTC", TimeSpan.FromDays(7), time));

    [Theory]
    [InlineData("Europe/Berlin", 1)]
    [InlineData("Africa/Cairo", 24)]
    [InlineData("Asia/Kathmandu", 1)]
    public void Periods_follow_each_other_without_gap_or_overlap(string zone, int hours)
    {
        PeriodGrid grid = new(TimeZoneInfo.FindSystemTimeZoneById(zone), TimeSpan.FromHours(hours), Until);
        (long Slot, int Offset) slot = grid.SlotOf(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero));
        DateTimeOffset start = grid.StartOf(slot.Slot, slot.Offset);
        for (int step = 0; start < Until; step++)
        {
            slot = grid.Next(slot.Slot, slot.Offset);
            DateTimeOffset next = grid.StartOf(slot.Slot, slot.Offset);
            Assert.InRange((next - start).TotalHours, hours == 1 ? 0.4 : 23, hours + 1);
            Assert.Equal(slot, grid.SlotOf(next));
            start = next;
        }
    }

    [Fact]
    public void The_changes_of_the_offset_are_found_to_the_second()
    {
        (double[] changes, int[] offsets) = ZoneOffsets.Of(TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), Until);
        Assert.Equal(changes.Length + 1, offsets.Length);
        Assert.Contains(new DateTimeOffset(2025, 3, 30, 1, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), changes.Select(change => (long)change));
        Assert.Equal([3600, 7200], offsets.Distinct().Order());
    }

    private static string StartOf(string zone, TimeSpan every, string time)
    {
        PeriodGrid grid = new(TimeZoneInfo.FindSystemTimeZoneById(zone), every, Until);
        (long slot, int offset) = grid.SlotOf(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
        return grid.StartOf(slot, offset).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
    }
}
