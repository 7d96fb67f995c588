namespace ListmonkPS.Core.Dns.Policies.MtaSts;

/// <summary>What came of fetching a policy file.</summary>
/// <param name="Text">The file; null when there is none that counts.</param>
/// <param name="Reason">Machine word for why not; null when there is.</param>
/// <param name="Detail">What the server or the system said, for people.</param>
internal sealed record PolicyFile(string? Text, string? Reason = null, string Detail = "");
