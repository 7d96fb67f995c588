using System.Globalization;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>Spans and counts as views show them.</summary>
public sealed class FiguresTests
{
    [Theory]
    [InlineData("18.03:59:59", "18d 3h")]
    [InlineData("02:10:59", "2h 10m")]
    [InlineData("00:01:20", "1m 20s")]
    [InlineData("00:00:42.9", "42s")]
    [InlineData("-00:00:05", "0s")]
    public void A_long_span_has_two_units(string span, string shown) =>
        Assert.Equal(shown, Figures.Span(TimeSpan.Parse(span, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(84, "84 ms")]
    [InlineData(2_130, "2.1 s")]
    [InlineData(80_000, "1m 20s")]
    public void A_measured_time_has_its_unit(int milliseconds, string shown) => InCulture("en-US", () =>
        Assert.Equal(shown, Figures.Duration(TimeSpan.FromMilliseconds(milliseconds))));

    [Theory]
    [InlineData("en-US", "1,234,567")]
    [InlineData("de-DE", "1.234.567")]
    public void Counts_are_grouped_as_the_user_writes_them(string culture, string shown) => InCulture(culture, () =>
        Assert.Equal(shown, Figures.Count(1_234_567)));

    private static void InCulture(string name, Action test)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            test();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
