using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Finds the reply in what people paste: layer by layer off, then code, enhanced code and words of what is left.</summary>
internal static partial class ReplyReader
{
    /// <summary>More than any reply or bounce needs; what follows is not read.</summary>
    private const int MaximumLength = 65_536;

    /// <summary>Of a bounce without a code the words before the message that it returns.</summary>
    private const int MaximumProse = 2_000;

    /// <summary>Reads a reply.</summary>
    /// <param name="text">Bare reply, log line, bounce or error text; may be empty.</param>
    public static ReadReply Read(string text)
    {
        string bounded = text.Length > MaximumLength ? text[..MaximumLength] : text;
        // A line end after "=" is none in quoted-printable (RFC 2045 section 6.7), in which bounces are pasted.
        PastedText pasted = new(CodeWithColon().Replace(LineEnds().Replace(bounded, "\n").Replace("=\n", "", StringComparison.Ordinal), "${code}").Trim());
        pasted = ListmonkLayer.Peel(pasted);
        pasted = BounceMessageLayer.Peel(pasted);
        pasted = PostfixLayer.Peel(pasted);
        pasted = DeliveryReportLayer.Peel(pasted);
        pasted = QuotedReplyLayer.Peel(pasted);
        ReadReply reply = ReadBare(FromFirstCode(pasted.Body));
        return reply with { Enhanced = reply.Enhanced ?? pasted.Enhanced, Stage = pasted.Stage, Host = pasted.Host };
    }

    /// <summary>Reads a reply as it came over the wire, with nothing around it.</summary>
    /// <param name="text">Lines with their codes.</param>
    public static ReadReply ReadBare(string text)
    {
        ReplyText reply = ReplyText.Parse(text);
        string words = reply.Text;
        return new ReadReply { Code = reply.Code, Enhanced = reply.Enhanced ?? EnhancedCode.FindIn(words, reply.Code), Text = words, Seamed = reply.Seamed };
    }

    /// <summary>The text from its first reply code on; all of it when it has none.</summary>
    private static string FromFirstCode(string body)
    {
        Match line = StartsWithCode().Match(body);
        Match code = CodeInside().Match(body);
        if (line.Success && !(code.Success && IsQuotedStart(body, code.Groups["code"], line)))
            return body[line.Index..];
        if (!code.Success)
            return WithCodeInFront(body.Length > MaximumProse ? body[..MaximumProse] : body);
        string reply = body[code.Groups["code"].Index..];
        // In JSON the value ends at its quote.
        Match end = code.Index > 0 && body.Contains("\":", StringComparison.Ordinal) ? QuoteEnd().Match(reply) : Match.Empty;
        return end.Success ? reply[..end.Index] : reply;
    }

    /// <summary>What a line begins with is the reply, unless its first line stands in quotes behind a name: "response": "535-5.7.8 ...</summary>
    private static bool IsQuotedStart(string body, Group code, Match line) =>
        code.Index > 0 && code.Index < line.Index && body[code.Index - 1] == '"' && body.AsSpan(line.Index, 3).SequenceEqual(code.ValueSpan);

    /// <summary>Some programs tell the code apart: "4.7.1 Ratelimit exceeded (451)", "Error code: 550".</summary>
    private static string WithCodeInFront(string body)
    {
        Match code = CodeApart().Match(body);
        return code.Success ? $"{code.Groups["code"].Value} {body[..code.Index]}{body[(code.Index + code.Length)..]}" : body;
    }

    [GeneratedRegex(@"\s*\((?<code>[45]\d\d)\)\s*\z|\b(?:error|response|reply|status|smtp) ?code\W{1,4}(?<code>[45]\d\d)\b\W*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeApart();

    // Exim, JSON and Python write a line end as \n.
    [GeneratedRegex(@"\r\n?|\\r\\n|\\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnds();

    // Yahoo writes "550: 5.1.1 ..." in its bounces; reports name the type of a diagnosis ("smtp;550 ...").
    [GeneratedRegex(@"^[ \t]*(?:smtp;[ \t]*(?<code>[245]\d\d)(?=[ -])|(?<code>[45]\d\d):(?=\s))", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex CodeWithColon();

    [GeneratedRegex(@"^[2-5]\d\d(?:[ -]|,|$)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex StartsWithCode();

    [GeneratedRegex(@"(?<!\\)""\s*[,}\]]", RegexOptions.CultureInvariant)]
    private static partial Regex QuoteEnd();

    // A number is a code when an enhanced code follows, or when it opens what follows a colon, quote or equals sign.
    [GeneratedRegex(
        @"(?<![\w.:-])(?<code>[245]\d\d)(?=[ -]\s?#?[245]\.\d{1,3}\.\d{1,3}(?![\d.]*\d))|(?<=[:;=]\s|;|[""'=(])(?<code>[45]\d\d)(?=[ -]\D)",
        RegexOptions.CultureInvariant)]
    private static partial Regex CodeInside();
}
