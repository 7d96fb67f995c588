namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>What the ledger knows of one person over all runs of a server.</summary>
/// <param name="Sent">How many mails were sent or queued.</param>
/// <param name="LastAt">When the last of them was; null for none.</param>
/// <param name="BegunAt">When a mail was begun whose outcome is not known; null for none.</param>
internal sealed record LedgerPerson(int Sent, DateTimeOffset? LastAt, DateTimeOffset? BegunAt)
{
    /// <summary>The last time at which the person was mailed, or perhaps so.</summary>
    public DateTimeOffset? MailedAt => LastAt is null || BegunAt > LastAt ? BegunAt : LastAt;
}
