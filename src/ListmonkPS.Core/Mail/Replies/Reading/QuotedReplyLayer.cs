using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Takes a reply out of the sentence in which a mail server quotes it: "host x said: 550 …", Exim's "SMTP error from remote …", "Remote server returned '…'".</summary>
internal static partial class QuotedReplyLayer
{
    /// <summary>The reply alone, or the text as it was.</summary>
    public static PastedText Peel(PastedText text)
    {
        Match stage = InReplyTo().Match(text.Body);
        string body = stage.Success ? text.Body[..stage.Index] : text.Body;
        PastedText inner = text.Peel(body, stage.Groups["stage"].Value);
        // A reply that quotes another ("450 … unverified address: host x said: 550 …") is itself the reply.
        if (IsReply().IsMatch(body))
            return inner;
        foreach (Regex quote in Quotes())
        {
            Match match = quote.Match(body);
            if (match.Success)
                return inner.Peel(body[(match.Index + match.Length)..], match.Groups["stage"].Value, match.Groups["host"].Value);
        }

        return inner;
    }

    [GeneratedRegex(@"\A[2-5]\d\d[ -]", RegexOptions.CultureInvariant)]
    private static partial Regex IsReply();

    private static Regex[] Quotes() => [Exim(), Said(), Sendmail(), Returned(), ResponseWas(), Python()];

    [GeneratedRegex(@"\(in reply to (?<stage>[^()]*?)(?: command)?\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InReplyTo();

    [GeneratedRegex(@"SMTP error from remote (?:mail server|mailer) after (?<stage>[^:\n]{0,80}(?::<[^>\n]{0,320}>)?[^:\d\n]{0,40}?)(?: SIZE=\d{1,12})?:\s{0,8}(?:host (?<host>[^\s\[]{1,255})[^:\n]{0,80}:\s{0,8})?(?=[45]\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Exim();

    [GeneratedRegex(@"(?:(?:host|server)\s+(?<host>[^\s\[]{1,255})(?:\s?\[[^\]]{0,64}\])?(?::\d{1,5})?\s{1,8})?(?:remote host\s{1,8})?(?:said(?: to us)?|refused to talk to me|replied|responded(?: with)?):\s{0,8}(?=#?\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    [GeneratedRegex(@"(?:^[ \t]*>>> (?<stage>[^\n]*)\n)?^[ \t]*<<< (?=[45]\d\d)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Sendmail();

    [GeneratedRegex(@"(?:server )?returned (?:an? )?['""<]?(?:\s*#?\s*[45]\.\d+\.\d+ smtp;)?\s*(?=#?[45]\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Returned();

    [GeneratedRegex(@"(?:response|error)(?: from the (?:remote|other|recipient) server)? (?:was|is):\s*(?=[45]\d\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ResponseWas();

    // Python's smtplib: (535, b'5.7.8 …'); the comma would part code and words.
    [GeneratedRegex(@"\((?=[2-5]\d\d, b?['""])", RegexOptions.CultureInvariant)]
    private static partial Regex Python();
}
