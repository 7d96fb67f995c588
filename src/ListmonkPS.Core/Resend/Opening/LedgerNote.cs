using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>What this machine notes of a server whose ledger is in a database: a session without that database cannot see whom it mailed.</summary>
/// <param name="Ledger">Tells that database from every other one: <see cref="IResendLedger.Id"/>.</param>
/// <param name="Place">Where it is, as it is shown.</param>
/// <param name="UsedAt">When it was last used here: when a run was begun, or left.</param>
/// <param name="IsOpen">True while a run goes on, and when its process died.</param>
/// <param name="People">Some of those who were to be mailed, by which the server is known under another address too.</param>
internal sealed record LedgerNote(string Ledger, string Place, DateTimeOffset UsedAt, bool IsOpen, IReadOnlyList<ResendTarget> People)
{
    /// <summary>True when it may have mailed somebody after a time.</summary>
    /// <param name="time">The time; now or later means that it does not matter when somebody was mailed.</param>
    /// <param name="now">The time now.</param>
    public bool MayHaveMailedSince(DateTimeOffset time, DateTimeOffset now) => time < now && (IsOpen || UsedAt > time);
}
