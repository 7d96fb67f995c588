using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Policy;

/// <summary>A DMARC record applies to the From domain. That there is none stops no mail; big providers merely want one.</summary>
internal sealed class DmarcMissingCheck() : DomainCheck("dns.dmarc-missing", DnsTestKind.Dmarc, OptInEffect.None, CheckSeverity.Low, "RFC 9989 section 8")
{
    protected override bool IsHit(DnsTest test) =>
        test.Record is null && test.Reasons.Contains(DmarcReason.NoRecord) && !test.Reasons.Contains(DmarcReason.MultipleRecords);

    protected override string? BlockerOf(DnsTest test) =>
        test.Record is not null && test.Reasons.Contains(DmarcReason.NoRecord) ? "dns.dmarc-invalid"
        : test.Reasons.Contains(DmarcReason.MultipleRecords) ? "dns.dmarc-invalid"
        : base.BlockerOf(test);

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding with { Effect = null, Severity = null };
}
