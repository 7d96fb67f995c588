namespace ListmonkPS;

/// <summary>What a reply of a mail server, a bounce or a log line about one means.</summary>
public sealed record SmtpReply
{
    /// <summary>Three-digit reply code; null when the text has none.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>Enhanced status code such as 5.7.8 (RFC 3463); null when the text has none.</summary>
    public string? EnhancedCode { get; init; }

    /// <summary>The server's words in one line, without codes and without what a log or bounce puts around them; made harmless.</summary>
    public required string Text { get; init; }

    /// <summary>What it means.</summary>
    public SmtpReplyClass Class { get; init; }

    /// <summary>Whether sending the same mail again can help.</summary>
    public RetryAdvice CanRetry { get; init; }

    /// <summary>How long to wait before that; zero for at once on a new connection; null when there is nothing to wait for or it is not known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to do.</summary>
    public required CheckRemedy Remedy { get; init; }

    /// <summary>Whose server it was, as far as host, banner or words tell; null when they do not.</summary>
    public string? Provider { get; init; }

    /// <summary>What is publicly known of that provider's limits; null for nothing.</summary>
    public SmtpProviderLimits? ProviderLimits { get; init; }

    /// <summary>How sure the class is.</summary>
    public ReplyConfidence Confidence { get; init; }

    /// <summary>At which step it was said, as given or as the text tells; null when neither does.</summary>
    public SmtpStageName? Stage { get; init; }

    /// <summary>True when the name in EHLO is what is refused. For checks only.</summary>
    internal bool BlamesHelloName { get; init; }
}
