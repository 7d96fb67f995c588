namespace ListmonkPS.Core.Resend.Due;

/// <summary>Whether somebody is due now.</summary>
/// <param name="Recipient">The person; null when he is not due.</param>
/// <param name="Reason">Why not; null when he is.</param>
internal sealed record DueAnswer(OptInRecipient? Recipient, NotDueReason? Reason)
{
    /// <summary>The person, due or not; null when there is none of that number and UUID.</summary>
    public OptInRecipient? Found { get; private init; } = Recipient;

    /// <summary>Somebody who is not due.</summary>
    /// <param name="reason">Why not.</param>
    /// <param name="found">The person; null when there is none.</param>
    public static DueAnswer Not(NotDueReason reason, OptInRecipient? found = null) => new(null, reason) { Found = found };
}
