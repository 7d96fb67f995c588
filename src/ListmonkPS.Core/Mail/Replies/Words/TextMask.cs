using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Words;

/// <summary>Takes out of a reply what is not its words: addresses, hosts, identifiers. A domain called quota.example must not mean a quota.</summary>
internal static partial class TextMask
{
    /// <summary>The text without them; a blank stands for each.</summary>
    public static string Apply(string text)
    {
        string masked = Links().Replace(text, " ");
        masked = Mailboxes().Replace(masked, " ");
        masked = IPv6().Replace(masked, " ");
        masked = IPv4().Replace(masked, " ");
        masked = Hosts().Replace(masked, " ");
        return string.Join(' ', masked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !IsIdentifier(word)));
    }

    /// <summary>Queue ids and the like: six signs or more, letters and at least two digits mixed; not "24-hours".</summary>
    private static bool IsIdentifier(string word)
    {
        string bare = word.Trim('(', ')', '[', ']', '<', '>', '{', '}', ',', ';', ':', '.', '"', '\'');
        return bare.Length >= 6
            && bare.Count(char.IsAsciiDigit) >= 2
            && bare.Any(char.IsAsciiLetter)
            && bare.All(one => char.IsAsciiLetterOrDigit(one) || "+/=._-:".Contains(one, StringComparison.Ordinal))
            && !Span().IsMatch(bare);
    }

    // A line end may have cut the link (ReplyText.Seam).
    [GeneratedRegex(@"\b(?:h\x1F?t\x1F?t\x1F?p\x1F?s?\x1F?:\x1F?/\x1F?/|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    [GeneratedRegex(@"<[^<>@\s]{0,320}@[^<>\s]{0,255}>|(?<![^\s<>@:;,(){}\[\]""'])[^\s<>@:;,(){}\[\]""']{1,320}@[^\s<>@:;,(){}\[\]""']{1,255}", RegexOptions.CultureInvariant)]
    private static partial Regex Mailboxes();

    [GeneratedRegex(@"\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IPv6();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IPv4();

    // Small letters only: "sent.Please" and "RESOLVER.ADR.RecipientNotFound" are words.
    [GeneratedRegex(@"(?<![\w.-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,9}[a-z]{2,18}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();

    [GeneratedRegex(@"^\W*\d{1,5}[-/]?(?:h|hours?|d|days?|min|minutes?|s|sec|seconds?)\W*$", RegexOptions.CultureInvariant)]
    private static partial Regex Span();
}
