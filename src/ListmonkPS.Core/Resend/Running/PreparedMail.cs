using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>A mail that may be handed over: its begin is on disk.</summary>
/// <param name="Item">The person in the ledger.</param>
/// <param name="Recipient">The person as the server has him.</param>
/// <param name="AskedAt">When it was asked whether he is due, as a timestamp of the clock.</param>
internal sealed record PreparedMail(LedgerItem Item, OptInRecipient Recipient, long AskedAt);
