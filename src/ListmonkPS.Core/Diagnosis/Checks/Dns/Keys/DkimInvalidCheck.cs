namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Keys;

/// <summary>The keys of the signatures are whole and allowed.</summary>
internal sealed class DkimInvalidCheck() : DkimCheck("dns.dkim-invalid", "6376 section 3.6.1")
{
    protected override bool IsHit(DnsTest test) =>
        test is { Status: CheckStatus.Fail or CheckStatus.Warning, Detail: DkimResult } && !test.Reasons.Contains(DkimReason.NoKey) && !test.Reasons.Contains(DkimReason.KeyRevoked);
}
