namespace ListmonkPS;

/// <summary>One person of a resend run: what was sent, when, and what the mail server said.</summary>
public sealed record OptInResend
{
    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>Number of the subscriber.</summary>
    public int SubscriberId { get; init; }

    /// <summary>UUID of the subscriber.</summary>
    public Guid SubscriberUuid { get; init; }

    /// <summary>Address, read from the server now and made harmless, since the ledger stores none; null when the subscriber is gone or cannot be read.</summary>
    public string? Email { get; init; }

    /// <summary>What became of it.</summary>
    public OptInResendState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How it was sent.</summary>
    public ResendRoute Via { get; init; }

    /// <summary>When the mail was taken or queued; for one in doubt, when it was handed over; null when it was not.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it is tried again; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>What the last reply means; null without one.</summary>
    public SmtpReplyClass? Class { get; init; }

    /// <summary>SMTP reply code, or HTTP status of the API; null without a reply.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>The server's words, or why nobody was mailed; empty for nothing.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Message-ID of the mail; null where listmonk made it.</summary>
    public string? MessageId { get; init; }

    /// <summary>True when the person waits on no list any more and has confirmed, since the mail where there was one; null where it cannot be read.</summary>
    public bool? Confirmed { get; init; }

    /// <summary>Name of the session.</summary>
    public required string Session { get; init; }
}
