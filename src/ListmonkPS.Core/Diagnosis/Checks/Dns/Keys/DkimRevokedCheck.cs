namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Keys;

/// <summary>No key of a signature is withdrawn.</summary>
internal sealed class DkimRevokedCheck() : DkimCheck("dns.dkim-revoked", "6376 section 3.6.1")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DkimReason.KeyRevoked);
}
