using System.Globalization;
using System.Text;

namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>
/// A text as rules see it: lower case, without marks, blanks and punctuation, but knowing where words began. Servers cut words at line ends
/// and write "overquota" or "over quota": both are the same here.
/// </summary>
internal sealed class SqueezedText
{
    private readonly bool[] _starts;

    private SqueezedText(string letters, bool[] starts) => (Letters, _starts) = (letters, starts);

    /// <summary>Letters and digits of the text.</summary>
    public string Letters { get; }

    /// <summary>Squeezes a text.</summary>
    public static SqueezedText Of(string text)
    {
        StringBuilder letters = new(text.Length);
        List<bool> starts = new(text.Length);
        char before = ' ';
        foreach (char one in Decompose(text))
        {
            UnicodeCategory category = char.GetUnicodeCategory(one);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
                continue;
            if (char.IsLetterOrDigit(one))
            {
                // A capital after a small letter begins a word too: MapiExceptionSendAsDenied.
                starts.Add(!char.IsLetterOrDigit(before) || (char.IsUpper(one) && char.IsLower(before)) || IsIdeographic(one));
                letters.Append(Plain(char.ToLowerInvariant(one)));
            }

            before = one;
        }

        return new SqueezedText(letters.ToString(), [.. starts]);
    }

    /// <summary>Where a phrase begins, at the start of a word, from a position on and before a bound; -1 when it does not.</summary>
    /// <param name="phrase">Squeezed phrase.</param>
    /// <param name="from">First position to look at.</param>
    /// <param name="before">Position before which the phrase has to begin.</param>
    /// <param name="wholeWord">True when the phrase has to end where a word ends.</param>
    public int Find(string phrase, int from, int before, bool wholeWord)
    {
        while (from <= before && from < Letters.Length)
        {
            int at = Letters.IndexOf(phrase, from, StringComparison.Ordinal);
            if (at < 0 || at > before)
                return -1;
            if (_starts[at] && (!wholeWord || IsWordEnd(at + phrase.Length)))
                return at;
            from = at + 1;
        }

        return -1;
    }

    private bool IsWordEnd(int end) => end >= Letters.Length || _starts[end];

    private static string Decompose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate cannot be normalised: then the text is taken as it is.
            return text;
        }
    }

    private static char Plain(char letter) => letter switch
    {
        '\u0142' => 'l',
        '\u00F8' => 'o',
        '\u0111' => 'd',
        '\u00DF' => 's',
        _ => letter,
    };

    /// <summary>Han, Hiragana, Katakana: scripts without blanks, where each sign may begin a word.</summary>
    private static bool IsIdeographic(char letter) => letter is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF';
}
