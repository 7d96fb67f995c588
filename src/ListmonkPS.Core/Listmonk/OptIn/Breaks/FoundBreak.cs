namespace ListmonkPS.Core.Listmonk.OptIn.Breaks;

/// <summary>A break in one series.</summary>
/// <param name="At">Quarter of the first sign-ups that it hit.</param>
/// <param name="NotBefore">Quarter that it lies at or after, with all but 2.5 %.</param>
/// <param name="NotAfter">Quarter that it lies before, with all but 2.5 %.</param>
/// <param name="EndedAt">Quarter from which on people confirm as before; null while it lasts.</param>
/// <param name="ShareBefore">Share of those who confirmed before.</param>
/// <param name="After">Sign-ups and confirmations since.</param>
/// <param name="FalseAlarm">Probability that chance shows such a break anywhere in the history.</param>
/// <param name="IsStrong">True when that is very small and the break is older than a day.</param>
internal sealed record FoundBreak(
    long At, long NotBefore, long NotAfter, long? EndedAt, double ShareBefore, RateSum After, double FalseAlarm, bool IsStrong)
{
    /// <summary>People who signed up since, whether or not their confirmation could show by now.</summary>
    public long SignedUp { get; init; }
}
