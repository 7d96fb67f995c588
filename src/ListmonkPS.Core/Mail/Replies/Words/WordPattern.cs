namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>
/// Stable words of a reply. "user unknown" is one phrase; "user|mailbox*unknown" one of two phrases and another near after it; "a &amp; b" both, anywhere.
/// A phrase begins at the start of a word and may end inside one ("reject" finds "rejected") unless a full stop follows it ("spf.").
/// </summary>
internal sealed class WordPattern
{
    /// <summary>How far, in letters, the next phrase may begin after the end of the one before: a clause, not a paragraph.</summary>
    private const int Near = 60;

    // Conjuncts, each of steps, each of alternatives.
    private readonly (string Letters, bool WholeWord)[][][] _conjuncts;

    /// <summary>Makes the pattern from its text.</summary>
    public WordPattern(string text)
    {
        Text = text;
        _conjuncts = [.. text.Split('&').Select(conjunct => conjunct.Split('*').Select(step => step.Split('|').SelectMany(Spellings).Select(Phrase).ToArray()).ToArray())];
    }

    /// <summary>The pattern as written.</summary>
    public string Text { get; }

    /// <summary>Patterns from their texts.</summary>
    public static WordPattern[] All(params string[] texts) => [.. texts.Select(text => new WordPattern(text))];

    /// <summary>True when the text has the words.</summary>
    public bool IsIn(SqueezedText text)
    {
        foreach ((string Letters, bool WholeWord)[][] steps in _conjuncts)
        {
            if (!Follows(text, steps, 0, 0, text.Letters.Length))
                return false;
        }

        return true;
    }

    public override string ToString() => Text;

    /// <summary>Servers that keep to ASCII write "ae" for "ä", as they were taught, or leave the marks out, as the squeezed text does anyway.</summary>
    private static IEnumerable<string> Spellings(string text)
    {
        string spelt = text.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal);
        return spelt == text ? [text] : [text, spelt];
    }

    private static (string Letters, bool WholeWord) Phrase(string text)
    {
        string letters = SqueezedText.Of(text).Letters;
        return letters.Length > 0
            ? (letters, text.TrimEnd().EndsWith('.'))
            : throw new FormatException(text);
    }

    private static bool Follows(SqueezedText text, (string Letters, bool WholeWord)[][] steps, int index, int from, int before)
    {
        if (index == steps.Length)
            return true;
        foreach ((string letters, bool wholeWord) in steps[index])
        {
            for (int at = text.Find(letters, from, before, wholeWord); at >= 0; at = text.Find(letters, at + 1, before, wholeWord))
            {
                int end = at + letters.Length;
                if (Follows(text, steps, index + 1, end, end + Near))
                    return true;
            }
        }

        return false;
    }
}
