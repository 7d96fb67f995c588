namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>One person of a run as the ledger has him. No address and no name: those are the server's.</summary>
/// <param name="Target">Who.</param>
/// <param name="State">What became of it.</param>
/// <param name="Attempts">How often it was begun.</param>
internal sealed record LedgerItem(ResendTarget Target, LedgerState State, int Attempts)
{
    /// <summary>Place in the run, from 0.</summary>
    public int Place { get; init; }

    /// <summary>When it is tried again; counts for Retry alone.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>When its last outcome was noted; for one in doubt, when it was begun.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What the last reply means; null without one.</summary>
    public SmtpReplyClass? Class { get; init; }

    /// <summary>Code of the last reply; null without one.</summary>
    public int? ReplyCode { get; init; }

    /// <summary>The server's words, or the name of the reason for which nobody was mailed.</summary>
    public string ReplyText { get; init; } = "";

    /// <summary>Message-ID; null where listmonk made it.</summary>
    public string? MessageId { get; init; }
}
