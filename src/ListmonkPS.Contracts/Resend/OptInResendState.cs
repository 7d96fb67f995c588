namespace ListmonkPS;

/// <summary>What became of one person of a resend run.</summary>
public enum OptInResendState
{
    /// <summary>Nothing yet.</summary>
    Due,

    /// <summary>A sender has it in hand.</summary>
    Claimed,

    /// <summary>The mail server took the mail.</summary>
    Sent,

    /// <summary>listmonk (up to v4) put the mail into its queue; whether it left is seen in its log alone.</summary>
    Queued,

    /// <summary>Refused for now; it is tried again at a time.</summary>
    Retry,

    /// <summary>Refused for good, or as often as may be tried.</summary>
    GaveUp,

    /// <summary>Handed over, and what became of it is not known. It is never sent again by itself.</summary>
    InDoubt,

    /// <summary>Not sent, because it was not due any more: confirmed, unsubscribed, disabled, deleted, or mailed shortly before.</summary>
    Skipped,
}
