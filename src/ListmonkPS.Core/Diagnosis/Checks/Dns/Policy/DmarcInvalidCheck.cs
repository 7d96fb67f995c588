using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Policy;

/// <summary>The DMARC record can be used as it stands. What receivers ignore stops no mail.</summary>
internal sealed class DmarcInvalidCheck() : DomainCheck("dns.dmarc-invalid", DnsTestKind.Dmarc, OptInEffect.None, CheckSeverity.Low, "RFC 9989 section 4.7")
{
    protected override bool IsHit(DnsTest test) =>
        (test.Record is not null && test.Reasons.Contains(DmarcReason.NoRecord)) || test.Reasons.Contains(DmarcReason.MultipleRecords) || test.Reasons.Contains(DmarcReason.NoProcessing) || test.Reasons.Contains(DmarcReason.AssumedNone);

    protected override string? BlockerOf(DnsTest test) => test.Reasons.Contains(DmarcReason.NoRecord) ? "dns.dmarc-missing" : base.BlockerOf(test);

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding with { Effect = null, Severity = null };
}
