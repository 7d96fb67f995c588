using System.Text;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>
/// A text that a stranger wrote, as it stands in one line of a mail. Nothing of it can end a line (RFC 5322 section 2.2) or turn the text around it; the reader
/// sees a blank where a line break was, not the number of a character.
/// </summary>
internal static class MailLine
{
    /// <summary>The text in one line; what is longer than asked for is cut and marked with an ellipsis.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">Most characters.</param>
    public static string Of(string text, int longest = int.MaxValue)
    {
        StringBuilder line = new(Math.Min(text.Length, longest));
        bool isBlank = true; // none at the begin, and one for many
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSpace = IsSpace(rune);
            if ((isSpace && isBlank) || (!isSpace && (rune == Rune.ReplacementChar || HarmlessText.IsHarmful(rune))))
                continue; // a lone surrogate is U+FFFD here
            if (count++ == longest)
                return line.Append('\u2026').ToString();
            line.Append(isSpace ? " " : rune.ToString());
            isBlank = isSpace;
        }

        return line.ToString().TrimEnd(' ');
    }

    private static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
}
