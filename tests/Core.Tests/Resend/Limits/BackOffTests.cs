using ListmonkPS.Core.Resend.Limits;

namespace ListmonkPS.Core.Tests.Resend.Limits;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(null, 1, 5)]
    [InlineData(null, 3, 20)]
    [InlineData(null, 12, 240)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 2)]
    [InlineData(60, 5, 240)]
    [InlineData(1440, 1, 1440)] // a stated day is never shortened
    public void The_pause_doubles_and_is_a_little_longer_than_asked(int? stated, int attempts, int minutes)
    {
        BackOff backOff = new(new Random(1));
        for (int time = 0; time < 50; time++)
        {
            TimeSpan pause = backOff.Pause(stated is { } given ? TimeSpan.FromMinutes(given) : null, attempts);
            Assert.InRange(pause, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes * 1.2));
        }
    }

    [Fact]
    public void No_two_pauses_are_alike()
    {
        BackOff backOff = new(new Random(1));
        Assert.Equal(20, Enumerable.Range(0, 20).Select(_ => backOff.Pause(null, 1)).Distinct().Count());
    }
}
