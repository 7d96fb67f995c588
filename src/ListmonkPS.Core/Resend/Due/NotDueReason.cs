namespace ListmonkPS.Core.Resend.Due;

/// <summary>Why somebody is not mailed. The names are stored in ledgers and stand in texts: resend.left-out.{name}, resend.skipped.{name}.</summary>
internal enum NotDueReason
{
    /// <summary>The subscriber does not exist any more, or another one has the number.</summary>
    Gone,

    /// <summary>Disabled or blocklisted.</summary>
    NotEnabled,

    /// <summary>No subscription waits any more: confirmed, unsubscribed, or the list is single opt-in or archived now.</summary>
    NotWaiting,

    /// <summary>Mailed within the least interval, by this run or another, or perhaps so (in doubt).</summary>
    MailedLately,

    /// <summary>Looks like a bot, and those were not asked for.</summary>
    Suspect,

    /// <summary>Has an outcome in the run that he shall be added to.</summary>
    InRun,
}
