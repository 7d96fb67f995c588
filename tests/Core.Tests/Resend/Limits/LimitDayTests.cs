using System.Globalization;
using ListmonkPS.Core.Resend.Limits;

namespace ListmonkPS.Core.Tests.Resend.Limits;

public sealed class LimitDayTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2025-05-08T12:00:00Z", "2025-05-07T22:00:00Z", "2025-05-08T22:00:00Z")]
    [InlineData("Europe/Berlin", "2025-03-30T12:00:00Z", "2025-03-29T23:00:00Z", "2025-03-30T22:00:00Z")] // 23 hours
    [InlineData("Europe/Berlin", "2025-10-26T12:00:00Z", "2025-10-25T22:00:00Z", "2025-10-26T23:00:00Z")] // 25 hours
    [InlineData("America/Havana", "2025-03-09T15:00:00Z", "2025-03-09T05:00:00Z", "2025-03-10T04:00:00Z")] // midnight does not strike
    [InlineData("America/Havana", "2025-11-02T15:00:00Z", "2025-11-02T04:00:00Z", "2025-11-03T05:00:00Z")] // midnight strikes twice
    [InlineData("Asia/Kathmandu", "2025-05-08T18:20:00Z", "2025-05-08T18:15:00Z", "2025-05-09T18:15:00Z")]
    [InlineData("UTC", "2025-12-31T23:59:59Z", "2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z")]
    public void A_day_goes_from_midnight_to_midnight(string zone, string time, string start, string end)
    {
        TimeZoneInfo info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        Assert.Equal(At(start), LimitDay.StartOf(At(time), info));
        Assert.Equal(At(end), LimitDay.EndOf(At(time), info));
        Assert.Equal(At(start), LimitDay.StartOf(At(start), info));
        Assert.Equal(At(start), LimitDay.StartOf(At(end).AddTicks(-1), info));
        Assert.Equal(At(end), LimitDay.StartOf(At(end), info));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
