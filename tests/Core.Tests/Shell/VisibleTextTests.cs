using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Core.Tests.Shell;

/// <summary>What a server sends cannot move the cursor, colour or reorder what a terminal shows.</summary>
public sealed class VisibleTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain \u5F20 \u00E9", "plain \u5F20 \u00E9")]
    [InlineData("\u001B[31mred", "\\u{1B}[31mred")]
    [InlineData("a\r\nb\tc", "a\\u{D}\\u{A}b\\u{9}c")]
    [InlineData("\u009B2J", "\\u{9B}2J")]
    [InlineData("abc\u202Egro", "abc\\u{202E}gro")]
    [InlineData("\u2066x\u2069\u2028", "\\u{2066}x\\u{2069}\\u{2028}")]
    public void Hidden_characters_show_their_number(string? text, string shown) => Assert.Equal(shown, VisibleText.Of(text));
}
