using ListmonkPS.Shell.Times;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>Spans as people type them.</summary>
public sealed class TimeSpanTextTests
{
    [Theory]
    [InlineData("30s", 30)]
    [InlineData("15m", 900)]
    [InlineData("1h30m", 5_400)]
    [InlineData("2d", 172_800)]
    [InlineData("1w2d", 777_600)]
    [InlineData(" 2D ", 172_800)]
    [InlineData("0s", 0)]
    public void A_span_with_units_is_understood(string text, double seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), TimeSpanText.TryParse(text));

    [Theory]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("15 m")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("-2d")]
    [InlineData("1.5h")]
    [InlineData("2y")]
    [InlineData("9999999999d")]
    [InlineData("999999999w999999999d")]
    public void Anything_else_is_not(string text) => Assert.Null(TimeSpanText.TryParse(text));
}
