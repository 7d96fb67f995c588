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
        return Identifiers().Replace(masked, " ");
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    [GeneratedRegex(@"<[^<>\s]*@[^<>\s]*>|[^\s<>@:;,(){}\[\]""']+@[^\s<>@:;,(){}\[\]""']+", RegexOptions.CultureInvariant)]
    private static partial Regex Mailboxes();

    [GeneratedRegex(@"\b(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{1,4}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IPv6();

    [GeneratedRegex(@"(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IPv4();

    // Small letters only: "sent.Please" and "RESOLVER.ADR.RecipientNotFound" are words.
    [GeneratedRegex(@"(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,18}(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();

    // Queue ids and the like: six or more, letters and at least two digits mixed.
    [GeneratedRegex(@"(?<![\w])(?!\d+(?:hours?|h|days?|min|minutes?|s|sec|seconds?)\b)(?=[\w.+/=-]{6,})(?=\w*[A-Za-z])(?=(?:[^\d\s]*\d){2})[A-Za-z0-9][\w+/=]*(?:[.\-][\w+/=]*\d[\w+/=]*)*(?![\w])", RegexOptions.CultureInvariant)]
    private static partial Regex Identifiers();
}
