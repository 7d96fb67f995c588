using System.Globalization;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>The forms in which one reply reaches people.</summary>
public static class ReplyShape
{
    /// <summary>All forms of a reply, by name.</summary>
    public static IEnumerable<(string Shape, string Text)> All(CorpusReply reply)
    {
        yield return ("bare", reply.Bare);
        yield return ("with ids", WithIds(reply));
        if (reply.Code >= 400)
        {
            foreach (int width in new[] { 11, 23, 40 })
                yield return ($"multi-line of {width}", MultiLine(reply, width));
            yield return ("flattened", MultiLine(reply, 31).Replace('\n', ' '));
            yield return ("Postfix", $"Apr 14 10:25:00 mx postfix/smtp[1235]: 4E74613FE76: to=<user@example.net>, relay=mx.example.net[192.0.2.7]:25, delay=0.5, delays=0.1/0/0.2/0.2, dsn={Dsn(reply)}, status={(reply.Code >= 500 ? "bounced" : "deferred")} (host mx.example.net[192.0.2.7] said: {reply.Bare})");
            yield return ("Exim", $"2026-04-14 10:25:00 1tAbCd-000000001Ab-2cDe ** user@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.7]: SMTP error from remote mail server after RCPT TO:<user@example.net>: {reply.Bare}");
            yield return ("bounce", $"Reporting-MTA: dns; relay.example.org\n\nFinal-Recipient: rfc822; user@example.net\nAction: failed\nStatus: {Dsn(reply)}\nRemote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; {Fold(reply.Bare)}\n");
        }

        foreach ((string version, string prefix) in LogPrefixes)
            yield return ("log of " + version, prefix + GoError(reply));
    }

    private static (string Version, string Prefix)[] LogPrefixes =>
    [
        ("v2.5.1", "2024/05/01 10:00:00 manager.go:312: error sending message 'Confirm: your (550) subscription': "),
        ("v3.0.0", "2024/05/01 10:00:00 subscribers.go:512: error sending opt-in e-mail for subscriber 4711 (0a1b2c3d-1111-4222-8333-944445555666): "),
        ("v4.1.0", "2025/02/03 23:59:59.123456 notifications.go:88: error sending admin notification (Confirm subscription): "),
        ("v5.1.0", "2025/09/03 04:05:06.000001 subscribers.go:700: error sending opt-in e-mail for subscriber 9 (0a1b2c3d-1111-4222-8333-944445555666): "),
        ("v6.2.0 in a container", "listmonk_app  | 2026/01/31 04:05:06.999999 manager.go:401: error sending message in campaign 500 Days: subscriber 12: "),
    ];

    /// <summary>Times, queue ids and hosts as servers add them.</summary>
    private static string WithIds(CorpusReply reply) =>
        reply.Bare + " [mx-eu-7.relay.example 2026-04-14T10:25:31.592Z 08DB72B25E50380B] 006d021491bc7-606469381a0si978892eaf.76";

    /// <summary>Cut by length, inside words too, each line with its codes.</summary>
    private static string MultiLine(CorpusReply reply, int width)
    {
        List<string> lines = [];
        for (int at = 0; at < reply.Text.Length; at += width)
        {
            bool isLast = at + width >= reply.Text.Length;
            string part = reply.Text.Substring(at, Math.Min(width, reply.Text.Length - at));
            lines.Add($"{reply.Code}{(isLast ? ' ' : '-')}{(reply.Enhanced.Length > 0 ? reply.Enhanced + " " : "")}{part}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>As Go prints a reply of two lines: the code once, the enhanced code on each.</summary>
    private static string GoError(CorpusReply reply)
    {
        int middle = reply.Text.IndexOf(' ', reply.Text.Length / 2);
        return middle < 0 || reply.Code is null || reply.Enhanced.Length == 0
            ? reply.Bare
            : $"{reply.Code} {reply.Enhanced} {reply.Text[..middle]}\n{reply.Enhanced} {reply.Text[(middle + 1)..]}";
    }

    private static string Fold(string text)
    {
        int middle = text.IndexOf(' ', text.Length / 2);
        return middle < 0 ? text : text[..middle] + "\n    " + text[(middle + 1)..];
    }

    private static string Dsn(CorpusReply reply) =>
        reply.Enhanced.Count(one => one == '.') == 2 && !reply.Enhanced.StartsWith('#') ? reply.Enhanced : ((reply.Code ?? 500) / 100).ToString(CultureInfo.InvariantCulture) + ".0.0";
}
