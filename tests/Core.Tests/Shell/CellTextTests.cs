using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>Text is cut, padded and wrapped by cells, on whole characters.</summary>
public sealed class CellTextTests
{
    private const string CombiningAcute = "\u0301";

    [Theory]
    [InlineData("", 0)]
    [InlineData("Anna", 4)]
    [InlineData("\u5F20\u4F1F", 4)]
    [InlineData("\uD55C\uAE00", 4)]
    [InlineData("\uFF21b", 3)]
    [InlineData("\U0001F600", 2)]
    [InlineData("\u221A\u00D7\u2026", 3)]
    public void Wide_characters_take_two_cells(string text, int cells) => Assert.Equal(cells, CellWidth.Of(text));

    [Theory]
    [InlineData("Wolfgang", 8, "Wolfgang")]
    [InlineData("Wolfgang", 5, "Wolf\u2026")]
    [InlineData("\u5F20\u4F1F\u5F20\u4F1F", 6, "\u5F20\u4F1F\u2026")]
    [InlineData("\u5F20\u4F1F\u5F20\u4F1F", 7, "\u5F20\u4F1F\u5F20\u2026")]
    [InlineData("ab\U0001F600cd", 4, "ab\u2026")]
    public void A_text_is_cut_to_its_cells(string text, int width, string shown) => Assert.Equal(shown, CellText.Cut(text, width));

    [Fact]
    public void A_combining_mark_stays_with_its_letter() =>
        Assert.Equal($"ae{CombiningAcute}\u2026", CellText.Cut($"ae{CombiningAcute}e{CombiningAcute}xyz", 4));

    [Theory]
    [InlineData("anna.b@example.org", 24, "anna.b@example.org")]
    [InlineData("wolfgang.amadeus@example.org", 24, "wolfgang.am\u2026@example.org")]
    [InlineData("a@a-domain-that-is-far-too-long.example.org", 20, "a@a-domain-that-is-\u2026")]
    [InlineData("no address at all, only words", 10, "no addres\u2026")]
    public void An_address_keeps_its_domain(string address, int width, string shown)
    {
        string cut = CellText.CutAddress(address, width);
        Assert.Equal(shown, cut);
        Assert.True(CellWidth.Of(cut) <= width);
    }

    [Fact]
    public void Lines_break_at_blanks_and_leave_long_words_whole() =>
        Assert.Equal(["one two", "three-is-longer-than-that", "four"], CellText.Wrap("one two three-is-longer-than-that four", 8));

    [Fact]
    public void Padding_counts_cells_and_leaves_a_gap()
    {
        Assert.Equal("\u5F20  ", CellText.Pad("\u5F20", 4));
        Assert.Equal("too long ", CellText.Pad("too long", 4));
    }
}
