namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>Whether a mail may be handed over. The numbers are those of the ledger's statement.</summary>
internal enum BeginVerdict
{
    /// <summary>Noted, durably: it may.</summary>
    Begun = 0,

    /// <summary>Somebody else has the person now, or the run is over.</summary>
    Lost = 1,

    /// <summary>The person was mailed within the least interval, or perhaps so.</summary>
    MailedLately = 2,

    /// <summary>The account has no mail left for today.</summary>
    OverLimit = 3,
}
