namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>What shall be noted of a mail that was begun, or of a person who turned out not to be due.</summary>
/// <param name="Uuid">Who.</param>
/// <param name="State">Sent, Queued, Retry, GaveUp, InDoubt or Skipped; Due when nothing was tried, which takes the attempt back.</param>
/// <param name="At">When.</param>
internal sealed record OutcomeMark(Guid Uuid, LedgerState State, DateTimeOffset At)
{
    /// <summary>For Retry, when it is tried again.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What the reply means; null without one.</summary>
    public SmtpReplyClass? Class { get; init; }

    /// <summary>Code of the reply; null without one.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>The server's words, or the name of the reason.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Message-ID; null where listmonk made it.</summary>
    public string? MessageId { get; init; }
}
