using System.Globalization;
using System.Text;

namespace ListmonkPS.Core.Safety;

/// <summary>
/// Text from outside, made fit to be shown: control characters, escapes, line breaks, bidi controls and other invisible format
/// characters become visible as <c>\u{1B}</c>, and the length is bounded. Every text from a server passes here before a person sees it.
/// </summary>
internal static class HarmlessText
{
    /// <summary>Longest text within a sentence, in text elements (what a reader takes for one character).</summary>
    public const int SentenceLength = 200;

    /// <summary>Longest value on its own, such as an address (RFC 5321 section 4.5.3.1 allows 254) or a name.</summary>
    public const int ValueLength = 1000;

    /// <summary>One element may carry so many UTF-16 units; more are piled-up combining marks that would cover other lines.</summary>
    private const int ElementLength = 32;

    /// <summary>The text as it may be shown; empty for null.</summary>
    /// <param name="text">Text from a server.</param>
    /// <param name="length">Longest result in text elements; what is cut is marked with an ellipsis.</param>
    public static string Of(string? text, int length = SentenceLength)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        return text.Length <= length && IsPlain(text) ? text : Rewrite(text, length);
    }

    private static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExceptInRange(' ', '~');

    private static string Rewrite(string text, int length)
    {
        StringBuilder shown = new(Math.Min(text.Length, length) + 16);
        ReadOnlySpan<char> rest = text;
        for (int count = 0; rest.Length > 0; count++)
        {
            if (count == length)
                return shown.Append('\u2026').ToString();
            int size = StringInfo.GetNextTextElementLength(rest);
            AppendElement(shown, rest[..Math.Min(size, ElementLength)]);
            rest = rest[size..];
        }

        return shown.ToString();
    }

    private static void AppendElement(StringBuilder shown, ReadOnlySpan<char> element)
    {
        while (element.Length > 0)
        {
            // A lone surrogate is no character: it decodes as failed and is shown by its number.
            bool isCharacter = Rune.DecodeFromUtf16(element, out Rune rune, out int size) == System.Buffers.OperationStatus.Done;
            if (!isCharacter)
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)element[0]:X}}}");
            else if (IsHarmful(rune))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            else
                shown.Append(element[..size]);
            element = element[size..];
        }
    }

    /// <summary>True for what a terminal obeys or a reader cannot see. The joiners U+200C and U+200D stay: scripts and emoji need them.</summary>
    public static bool IsHarmful(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
