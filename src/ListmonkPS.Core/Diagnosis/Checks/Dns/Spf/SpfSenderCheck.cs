using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>The SPF record allows the host that sends.</summary>
internal sealed class SpfSenderCheck() : SpfFaultCheck(SpfFaults.Sender, "5")
{
    protected override bool IsHit(DnsTest test) => SpfFaults.Of(test) is null
        && (test.Reasons.Contains(DnsReason.ProviderNotIncluded)
            || test.Detail is SpfResult { Result: SpfOutcome.Fail or SpfOutcome.SoftFail or SpfOutcome.Neutral });

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) =>
        tests.Any(test => test.Reasons.Contains(DnsReason.AddressUnknown)) && !report.IsThroughProvider ? Skipped("check.dns.address-unknown") : null;

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report)
    {
        Finding weighed = base.Weigh(finding, hit, report);
        return weighed.Status == CheckStatus.Warning ? weighed with { Severity = CheckSeverity.Medium } : weighed;
    }
}
