using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Takes off a bounce its own header and the message that it returns: what stands in those (DKIM-Signature, Received: ... spf=pass) is no reason.</summary>
internal static partial class BounceMessageLayer
{
    /// <summary>The text without them.</summary>
    public static PastedText Peel(PastedText text)
    {
        Match header = Header().Match(text.Body);
        string body = header.Success && OfMessage().IsMatch(header.Value) ? text.Body[header.Length..] : text.Body;
        Match returned = Returned().Match(body);
        return text.Peel(WithoutGreeting(returned is { Success: true, Index: > 0 } ? body[..returned.Index] : body));
    }

    /// <summary>The text after "The following address failed:", where nothing before it is a reply: what stands there is said to people.</summary>
    private static string WithoutGreeting(string body)
    {
        Match greeting = Greeting().Match(body);
        return greeting.Success && !ReplyCode().IsMatch(body[..greeting.Index]) && greeting.Index + greeting.Length < body.TrimEnd().Length
            ? body[(greeting.Index + greeting.Length)..]
            : body;
    }

    [GeneratedRegex(@"\b(?:the following (?:address|recipient|list of recipients)|these recipients or groups)[^\n:.]{0,60}(?:[:.]|\n)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"(?<![\w.])[45](?:\d\d[ -]|\.\d{1,3}\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex ReplyCode();

    // Fields (RFC 5322 section 2.2) up to an empty line, in a mailbox file after a line that begins with "From ".
    [GeneratedRegex(@"\A(?:>?From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]{0,60}:[\s\S]*?\n[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    // A field that a message has and a delivery report (RFC 3464) has not.
    [GeneratedRegex(@"^(?:Received|Subject|Return-Path|Message-ID):", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OfMessage();

    [GeneratedRegex(
        """
        ^[ \t>|*]*(?:
            Content-Type:[ \t]*(?:message/(?:rfc822|global|partial)|text/rfc822-headers)\b
            | -{2,}[ ]?(?:this\ is\ a\ copy\ of|below\ this\ line|(?:original|returned|undelivered|unsent)\ message|message\ header|(?:the\ )?headers?\ of\ the\ original)
            | original\ (?:message|mail)\ (?:follows|as\ follows|headers)|message\ headers?\ follows?
            | (?:Received:[ ]?(?:from|by)\b|DKIM-Signature:|X-Google-DKIM-Signature:|Return-Path:|ARC-Seal:|Authentication-Results:)
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Returned();
}
