using System.Globalization;
using System.Text;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Tests.Safety;

public sealed class HarmlessTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("plain text", "plain text")]
    [InlineData("Grüße, 张伟, Ångström", "Grüße, 张伟, Ångström")]
    [InlineData("\u001b[31mred", @"\u{1B}[31mred")]
    [InlineData("a\r\nb\tc", @"a\u{D}\u{A}b\u{9}c")]
    [InlineData("\u0085\u009b2J", @"\u{85}\u{9B}2J")]
    [InlineData("exe.\u202egpj", @"exe.\u{202E}gpj")]
    [InlineData("\u2066a\u2069\u200f", @"\u{2066}a\u{2069}\u{200F}")]
    [InlineData("a\u2028b\u2029c", @"a\u{2028}b\u{2029}c")]
    [InlineData("\ufeffx", @"\u{FEFF}x")]
    [InlineData("\0", @"\u{0}")]
    public void Controls_are_shown_and_letters_stay(string? given, string shown) => Assert.Equal(shown, HarmlessText.Of(given));

    [Fact]
    public void Half_a_surrogate_pair_is_shown_by_its_number() => Assert.Equal(@"a\u{D800}b", HarmlessText.Of("a\ud800b"));

    [Fact]
    public void Joined_emoji_are_left_whole()
    {
        const string Family = "\U0001F468\u200D\U0001F469\u200D\U0001F467";
        Assert.Equal(Family, HarmlessText.Of(Family));
    }

    [Fact]
    public void Long_text_is_cut_on_a_whole_character()
    {
        string accented = string.Concat(Enumerable.Repeat("e\u0301", 30));
        Assert.Equal(string.Concat(Enumerable.Repeat("e\u0301", 10)) + "…", HarmlessText.Of(accented, 10));
    }

    [Fact]
    public void Text_of_just_the_length_is_not_cut() => Assert.Equal("12345", HarmlessText.Of("12345", 5));

    [Fact]
    public void Piled_up_combining_marks_are_bounded()
    {
        string shown = HarmlessText.Of("a" + new string('\u0316', 10_000), 5);
        Assert.True(shown.Length < 100, $"{shown.Length}");
    }

    [Fact]
    public void Whatever_comes_nothing_that_a_terminal_obeys_remains()
    {
        Random random = new(7);
        char[] nasty = ['\u001b', '\u009b', '\u202e', '\u2028', '\ufeff', '\ud83d', '\ude00', '\u0301', 'a', '\r', '\n', '\0', '\u200d'];
        for (int round = 0; round < 2_000; round++)
        {
            string given = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ =>
                random.Next(3) == 0 ? nasty[random.Next(nasty.Length)] : (char)random.Next(0x10000)));
            string shown = HarmlessText.Of(given, 40);
            Assert.DoesNotContain(shown.EnumerateRunes(), rune => rune == Rune.ReplacementChar && !given.Contains('\ufffd', StringComparison.Ordinal));
            Assert.All(shown.EnumerateRunes(), rune => Assert.DoesNotContain(
                Rune.GetUnicodeCategory(rune), new[] { UnicodeCategory.Control, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator }));
            Assert.DoesNotContain('\u202e', shown);
        }
    }
}
