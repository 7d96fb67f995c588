using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Policy;

/// <summary>Those who shall get the DMARC reports agree to it: else none ever comes, and nothing says so.</summary>
internal sealed class DmarcReportsCheck() : DomainCheck("dns.dmarc-reports", DnsTestKind.Dmarc, OptInEffect.None, CheckSeverity.Low, "RFC 9990")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.ReportsUnauthorized);

    protected override string? BlockerOf(DnsTest test) => test.Reasons.Contains(DmarcReason.MultipleRecords) ? "dns.dmarc-invalid"
        : test.Reasons.Contains(DmarcReason.NoRecord) ? "dns.dmarc-missing"
        : base.BlockerOf(test);

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding with { Effect = null, Severity = null };
}
