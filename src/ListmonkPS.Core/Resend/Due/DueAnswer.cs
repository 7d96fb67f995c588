namespace ListmonkPS.Core.Resend.Due;

/// <summary>Whether somebody is due now.</summary>
/// <param name="Recipient">The person; null when he is not due.</param>
/// <param name="Reason">Why not; null when he is.</param>
internal sealed record DueAnswer(OptInRecipient? Recipient, NotDueReason? Reason)
{
    /// <summary>Somebody who is not due.</summary>
    public static DueAnswer Not(NotDueReason reason) => new(null, reason);
}
