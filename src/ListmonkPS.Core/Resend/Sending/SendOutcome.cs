namespace ListmonkPS.Core.Resend.Sending;

/// <summary>What became of one mail.</summary>
/// <param name="State">Sent, Queued, Retry, GaveUp, InDoubt or Skipped; Due when nothing was tried and it costs no attempt.</param>
internal sealed record SendOutcome(OptInResendState State)
{
    /// <summary>Nothing was handed over and nothing was refused: the person is as due as before.</summary>
    public static SendOutcome NotSent { get; } = new(OptInResendState.Due);

    /// <summary>What the reply means.</summary>
    public SmtpReplyClass Class { get; init; }

    /// <summary>Three-digit SMTP reply code, or the HTTP status of the API; null without an answer.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>The server's words, made harmless, without the recipient's address; empty without an answer.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Message-ID of the mail, without angle brackets; null where listmonk made it.</summary>
    public string? MessageId { get; init; }

    /// <summary>For Retry, least time to wait, as the server or its class says; null for the run's own back-off.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why nothing else shall be sent by this account; null to go on.</summary>
    public SendStop? Stop { get; init; }
}
