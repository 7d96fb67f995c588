namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>What the ledger knows of one person of a run. The numbers are stored.</summary>
internal enum LedgerState
{
    /// <summary>Nothing yet, or given back by a sender.</summary>
    Due = 0,

    /// <summary>A sender has it, and has not begun to send.</summary>
    Claimed = 1,

    /// <summary>The mail is about to be handed over, or has been: its outcome is not known yet.</summary>
    Begun = 2,

    /// <summary>The mail server took it.</summary>
    Sent = 3,

    /// <summary>listmonk queued it.</summary>
    Queued = 4,

    /// <summary>To be tried again at a time.</summary>
    Retry = 5,

    /// <summary>Refused for good.</summary>
    GaveUp = 6,

    /// <summary>Begun by somebody who is gone, or handed over without an answer.</summary>
    InDoubt = 7,

    /// <summary>Not due any more.</summary>
    Skipped = 8,
}
