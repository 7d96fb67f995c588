using System.Buffers;

namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>A piece of a macro-string: text as it stands, or one macro-expand (RFC 7208 7.1).</summary>
internal sealed class MacroPart
{
    private static readonly SearchValues<char> DefaultDelimiters = SearchValues.Create(".");

    private readonly SearchValues<char> _delimiters;

    /// <summary>Makes a piece of plain text.</summary>
    public MacroPart(string literal) => (Literal, _delimiters) = (literal, DefaultDelimiters);

    /// <summary>Makes a macro-expand.</summary>
    /// <param name="letter">Macro letter; upper case asks for URL escapes.</param>
    /// <param name="count">How many right-hand parts are kept; null for all.</param>
    /// <param name="isReversed">True to reverse the parts first.</param>
    /// <param name="delimiters">Where the value is split; empty for the dot.</param>
    public MacroPart(char letter, int? count, bool isReversed, ReadOnlySpan<char> delimiters)
    {
        Letter = char.ToLowerInvariant(letter);
        IsEscaped = char.IsAsciiLetterUpper(letter);
        Count = count;
        IsReversed = isReversed;
        IsTransformed = count is not null || isReversed || delimiters.Length > 0;
        _delimiters = delimiters.Length == 0 ? DefaultDelimiters : SearchValues.Create(delimiters);
    }

    /// <summary>The text; null for a macro-expand.</summary>
    public string? Literal { get; }

    /// <summary>Macro letter in lower case.</summary>
    public char Letter { get; }

    private bool IsEscaped { get; }

    private bool IsReversed { get; }

    private bool IsTransformed { get; }

    private int? Count { get; }

    /// <summary>What the piece becomes.</summary>
    public string Expand(MacroValues values)
    {
        if (Literal is not null)
            return Literal;
        string value = values.Of(Letter);
        if (IsTransformed)
            value = Transform(value);
        return IsEscaped ? Uri.EscapeDataString(value) : value; // escapes all but the unreserved set of RFC 3986, as 7.3 wants
    }

    /// <summary>Split, then reverse, then keep the right-hand parts, then join by dots: in this order (7.3). Empty parts are parts.</summary>
    private string Transform(string value)
    {
        List<string> parts = [];
        int start = 0;
        for (int at = 0; at <= value.Length; at++)
        {
            if (at < value.Length && !_delimiters.Contains(value[at]))
                continue;
            parts.Add(value[start..at]);
            start = at + 1;
        }

        if (IsReversed)
            parts.Reverse();
        return string.Join('.', Count < parts.Count ? parts[^Count.Value..] : parts);
    }
}
