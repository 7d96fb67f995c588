using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Policy;

/// <summary>
/// Mail passes DMARC: envelope or signature belong to the From domain. Computed from them, not from records being there; without a mail they are inferred, and
/// then it is a warning at most.
/// </summary>
internal sealed class AlignmentCheck() : DomainCheck("dns.alignment", DnsTestKind.Alignment, OptInEffect.StopsAll, CheckSeverity.Critical, "RFC 9989 section 4.4")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.Unaligned);

    protected override string? BlockerOf(DnsTest test) => test.Status switch
    {
        CheckStatus.Error => Unanswered,
        CheckStatus.Skipped when test.Reasons.Contains(DnsReason.AddressUnknown) => null,
        CheckStatus.Skipped => test.Reasons.Contains(DmarcReason.MultipleRecords) || test.Reasons.Contains(DmarcReason.NoProcessing) ? "dns.dmarc-invalid" : "dns.dmarc-missing",
        _ => null,
    };

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) =>
        tests.Any(test => test.Status == CheckStatus.Skipped) ? Skipped("check.dns.address-unknown") : null;

    // Quarantine puts mail to junk, where some people find it; reject does not.
    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding.Status == CheckStatus.Fail
        ? hit.Detail is DmarcResult { EffectivePolicy: DmarcPolicy.Reject } ? finding : finding with { Effect = OptInEffect.StopsSome, Severity = CheckSeverity.High }
        : finding with { Severity = CheckSeverity.Medium };
}
