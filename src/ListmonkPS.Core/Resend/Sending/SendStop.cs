namespace ListmonkPS.Core.Resend.Sending;

/// <summary>Something that holds for the whole account, not for one mail: a quota, a log-in that was lost, a dead pool, a server that is silent.</summary>
/// <param name="Failure">What it is and what to do.</param>
/// <param name="Until">When the account may be used again, for a quota; null when somebody has to mend something first.</param>
internal sealed record SendStop(Failure Failure, DateTimeOffset? Until = null);
