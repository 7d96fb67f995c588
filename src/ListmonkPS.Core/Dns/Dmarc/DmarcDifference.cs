namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>Tells whether receivers of the older standard come to something else.</summary>
internal static class DmarcDifference
{
    private const int WholePercentage = 100;

    /// <summary>True when the two results differ in what a receiver does.</summary>
    /// <param name="newer">By RFC 9989.</param>
    /// <param name="older">By RFC 7489.</param>
    /// <param name="hasSuffixes">True when a list of suffixes was given, so that organizational domains can be compared.</param>
    public static bool IsThere(DmarcResult newer, DmarcResult older, bool hasSuffixes) =>
        (newer.Verdict, newer.PolicyDomain, newer.EffectivePolicy) != (older.Verdict, older.PolicyDomain, older.EffectivePolicy)
        || (newer.Result, newer.SpfAligned, newer.DkimAligned) != (older.Result, older.SpfAligned, older.DkimAligned)
        || (hasSuffixes && newer.OrganizationalDomain != older.OrganizationalDomain)
        || (older.Tags.TryGetValue("pct", out object? percentage) && percentage is not WholePercentage);
}
