using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>
/// Takes out of a log line what must not be passed on: confirm and unsubscribe links, which are capabilities without expiry, subscriber uuids, of which such links are made, and what looks like a
/// password or token by the words around it.
/// </summary>
internal static partial class LogSecrets
{
    private const string Mask = "\u2022\u2022\u2022\u2022";

    /// <summary>The line without them.</summary>
    public static string Hide(string line)
    {
        if (!MayHold().IsMatch(line))
            return line;
        string shown = Link().Replace(line, match => match.Groups["path"].Value + Mask);
        shown = UserInfo().Replace(shown, match => match.Groups["scheme"].Value + Mask + "@");
        shown = Header().Replace(shown, match => match.Groups["name"].Value + Mask);
        shown = Value().Replace(shown, match => match.Groups["name"].Value + Mask);
        return SubscriberUuid().Replace(shown, match => match.Groups["who"].Value + "(" + Mask + ")");
    }

    // A quick look: nearly all lines hold none of it.
    [GeneratedRegex(@"/subscription/|://[^/\s]*@|authorization|passw|pwd|secret|token|api[_-]?key|sasl|AUTH |subscriber \d", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MayHold();

    [GeneratedRegex(@"(?<path>/subscription/(?:optin/|wipe/|export/)?)[0-9a-fA-F-]{8,}[^\s""'<>)\]]*", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,20}://)[^/\s@""']{1,500}@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(?<name>(?:authorization[""']?\s*[:=]\s*[""']?(?:(?:basic|bearer|token)\s+)?|\bAUTH (?:PLAIN|LOGIN|XOAUTH2|CRAM-MD5) ))[^\s""',;]{3,}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Header();

    [GeneratedRegex(
        @"(?<name>\b[\w.-]{0,40}(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key)[\w.-]{0,20}[""']?\s*(?:=|:\s?)\s*[""']?)(?!(?:is|was|not|no|has|expired|invalid|failed|wrong|required)\b)[^\s""',;&)]{3,}",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Value();

    [GeneratedRegex(@"(?<who>subscriber \d{1,10} )\([0-9a-fA-F]{8}-[0-9a-fA-F-]{27}\)", RegexOptions.CultureInvariant)]
    private static partial Regex SubscriberUuid();
}
