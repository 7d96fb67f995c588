using ListmonkPS.Core.Mail.Replies.Words;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>A reply as it was read out of a text: its parts, and its words in the two forms that rules look at.</summary>
internal sealed record ReadReply
{
    private SqueezedText? _words;
    private string? _compact;

    /// <summary>Reply code; null when the text has none: then no server need have said it.</summary>
    public int? Code { get; init; }

    /// <summary>Enhanced code (RFC 3463); null for none.</summary>
    public EnhancedCode? Enhanced { get; init; }

    /// <summary>The words, in one line, without codes, as people read them.</summary>
    public required string Text { get; init; }

    /// <summary>The same with the seams of its lines (see <see cref="ReplyText.Seam"/>).</summary>
    public required string Seamed { get; init; }

    /// <summary>The step at which it was said, where the text tells.</summary>
    public SmtpStageName? Stage { get; init; }

    /// <summary>The server that said it, where the text tells.</summary>
    public string? Host { get; init; }

    /// <summary>The words without addresses, hosts and identifiers.</summary>
    public SqueezedText Words => _words ??= SqueezedText.Of(TextMask.Apply(Seamed));

    /// <summary>The whole text without blanks, hosts and links included: for marks such as [TSS04] or ?p=BadCredentials that a line end may have cut.</summary>
    public string Compact => _compact ??= string.Concat(Seamed.Where(one => !char.IsWhiteSpace(one) && one != ReplyText.Seam));
}
