namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>A run as the ledger has it.</summary>
/// <param name="Id">Number within the ledger.</param>
/// <param name="Identity">What may not change when it is resumed.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why; empty for nothing to say.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="EndedAt">When it last stopped or ended; null while it runs.</param>
/// <param name="NextAt">When it may go on; null for no such time.</param>
internal sealed record LedgerRun(
    long Id, RunIdentity Identity, OptInResendRunState State, string Reason, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, DateTimeOffset? NextAt)
{
    /// <summary>Name of the run.</summary>
    public string Name => Identity.Name;
}
