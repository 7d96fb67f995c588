using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace ListmonkPS.Core.Dns.Spf.Macros;

/// <summary>Reads macro-strings by the grammar of RFC 7208 7.1. What macros expand to is not looked at: syntax is judged before.</summary>
internal static class MacroParser
{
    private const string Letters = "slodipvhcrt";
    private const string ExplanationLetters = "crt";

    /// <summary>Parts beyond this many never exist: names have at most 127 labels, so larger counts mean all.</summary>
    private const int LargestCount = 1000;

    private static readonly SearchValues<char> Delimiters = SearchValues.Create(".-+,/_=");

    /// <summary>Reads a text; false when it does not fit the grammar.</summary>
    /// <param name="text">The text.</param>
    /// <param name="use">Where it stands.</param>
    /// <param name="macros">The result.</param>
    public static bool TryParse(string text, MacroUse use, [NotNullWhen(true)] out MacroString? macros)
    {
        macros = null;
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            if (!IsLiteral(text, use) || (use == MacroUse.DomainSpec && !EndsAsDomain(text, 0)))
                return false;
            macros = new MacroString(text);
            return true;
        }

        List<MacroPart> parts = [];
        int literal = 0;
        int at = 0;
        while (at < text.Length)
        {
            int percent = text.IndexOf('%', at);
            int end = percent < 0 ? text.Length : percent;
            if (!IsLiteral(text.AsSpan(at, end - at), use))
                return false;
            if (end > at)
                parts.Add(new MacroPart(text[at..end]));
            at = end;
            if (percent < 0)
                break;
            if (ParseExpand(text, ref at, use) is not { } part)
                return false;
            parts.Add(part);
            literal = at;
        }

        if (use == MacroUse.DomainSpec && !EndsAsDomain(text, literal))
            return false;
        macros = new MacroString(parts);
        return true;
    }

    /// <summary>macro-literal: visible ASCII but the percent sign, already taken here; in explanations the space too.</summary>
    private static bool IsLiteral(ReadOnlySpan<char> text, MacroUse use) =>
        !text.ContainsAnyExceptInRange(use == MacroUse.Explanation ? ' ' : '!', '~');

    /// <summary>Reads one macro-expand at a percent sign and moves behind it; null when it is none.</summary>
    private static MacroPart? ParseExpand(string text, ref int at, MacroUse use)
    {
        char second = at + 1 < text.Length ? text[at + 1] : '\0';
        if (second == '{')
        {
            int close = text.IndexOf('}', at);
            if (close < 0)
                return null;
            ReadOnlySpan<char> inside = text.AsSpan(at + 2, close - at - 2);
            at = close + 1;
            return ParseMacro(inside, use);
        }

        at += 2;
        return second switch
        {
            '%' => new MacroPart("%"),
            '_' => new MacroPart(" "),
            '-' => new MacroPart("%20"),
            _ => null,
        };
    }

    /// <summary>macro-letter, then digits, then r, then delimiters: in this order and no other.</summary>
    private static MacroPart? ParseMacro(ReadOnlySpan<char> inside, MacroUse use)
    {
        if (inside.Length == 0 || !IsLetter(char.ToLowerInvariant(inside[0]), use))
            return null;
        char letter = inside[0];
        ReadOnlySpan<char> rest = inside[1..];
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? rest.Length : digits;
        int? count = digits > 0 ? ParseCount(rest[..digits]) : null;
        rest = rest[digits..];
        bool isReversed = rest.Length > 0 && rest[0] is 'r' or 'R';
        rest = isReversed ? rest[1..] : rest;
        return count == 0 || rest.ContainsAnyExcept(Delimiters) ? null : new MacroPart(letter, count, isReversed, rest);
    }

    private static bool IsLetter(char letter, MacroUse use) =>
        Letters.Contains(letter, StringComparison.Ordinal)
        && (use != MacroUse.DomainSpec || !ExplanationLetters.Contains(letter, StringComparison.Ordinal));

    /// <summary>A count may be written with any number of digits; zero is an error (7.3).</summary>
    private static int ParseCount(ReadOnlySpan<char> digits)
    {
        int count = 0;
        foreach (char digit in digits)
            count = Math.Min((count * 10) + (digit - '0'), LargestCount);
        return count;
    }

    /// <summary>domain-end: a macro-expand as the last thing, or a dot and a top label, then maybe a dot. A text without either has no end.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="literal">Where the text after the last macro-expand begins.</param>
    private static bool EndsAsDomain(string text, int literal)
    {
        ReadOnlySpan<char> end = text.AsSpan(literal);
        if (end.Length == 0)
            return text.Length > 0;
        if (end[^1] == '.')
            end = end[..^1];
        int dot = end.LastIndexOf('.');
        return dot >= 0 && IsTopLabel(end[(dot + 1)..]);
    }

    /// <summary>toplabel: letters, digits and inner hyphens, not digits alone.</summary>
    private static bool IsTopLabel(ReadOnlySpan<char> label)
    {
        if (label.Length == 0 || label[0] == '-' || label[^1] == '-')
            return false;
        bool hasOtherThanDigits = false;
        foreach (char character in label)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
                return false;
            hasOtherThanDigits |= !char.IsAsciiDigit(character);
        }

        return hasOtherThanDigits;
    }
}
