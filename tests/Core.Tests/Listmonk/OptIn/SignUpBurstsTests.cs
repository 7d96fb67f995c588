using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn;

public sealed class SignUpBurstsTests
{
    private static readonly DateTime Noon = new(2025, 5, 8, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Twenty_in_a_minute_on_a_quiet_day_are_a_burst_and_nineteen_are_not()
    {
        SignUpBursts bursts = new();
        bursts.Add(Noon, 20);
        bursts.Add(Noon.AddHours(3), 19);
        Assert.Contains("20 people", bursts.ReasonAt(Noon.AddSeconds(59)), StringComparison.Ordinal);
        Assert.Null(bursts.ReasonAt(Noon.AddMinutes(1)));
        Assert.Null(bursts.ReasonAt(Noon.AddHours(3)));
    }

    [Theory]
    [InlineData(1, 20, true)] // 60 an hour are usual: twenty times that
    [InlineData(1, 19, false)]
    [InlineData(5, 99, false)]
    [InlineData(5, 100, true)]
    public void What_a_burst_is_depends_on_what_is_usual_around_it(int usual, int people, bool isBurst)
    {
        SignUpBursts bursts = new();
        for (int minute = -24 * 60; minute < 24 * 60; minute++)
            bursts.Add(Noon.AddMinutes(minute), minute == 0 ? people : usual);
        Assert.Equal(isBurst, bursts.ReasonAt(Noon) is not null);
        Assert.Null(bursts.ReasonAt(Noon.AddMinutes(-1)));
    }

    [Fact]
    public void A_wave_of_hours_does_not_count_as_usual_for_itself()
    {
        SignUpBursts bursts = new();
        for (int minute = 0; minute < 120; minute++)
            bursts.Add(Noon.AddMinutes(minute), 30);
        Assert.All(Enumerable.Range(0, 120), minute => Assert.NotNull(bursts.ReasonAt(Noon.AddMinutes(minute))));
    }

    [Fact]
    public void People_are_counted_one_by_one_or_together_alike()
    {
        SignUpBursts single = new(), together = new();
        for (int n = 0; n < 45; n++)
            single.Add(Noon.AddSeconds(n));
        together.Add(Noon, 45);
        Assert.Equal(together.ReasonAt(Noon), single.ReasonAt(Noon));
    }
}
