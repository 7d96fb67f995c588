using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Keys;

/// <summary>One fault of DKIM keys. It fails where a mail shows that its signatures are hit and no other one of the From domain is left.</summary>
/// <param name="id">Id of the check.</param>
/// <param name="reference">RFC and section.</param>
internal abstract class DkimCheck(string id, string reference)
    : DomainCheck(id, DnsTestKind.Dkim, OptInEffect.StopsSome, CheckSeverity.High, "RFC " + reference)
{
    protected override string? BlockerOf(DnsTest test) => test.Status == CheckStatus.Error ? Unanswered
        : test.Reasons.Contains(DkimReason.NoKey) || test.Reasons.Contains(DnsReason.NoSelector) ? "dns.dkim-missing"
        : null;

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) =>
        tests.Count == 0 || tests.Any(test => test.Reasons.Contains(DnsReason.NoCommonSelector)) ? Skipped("check.dns.selector-unknown") : null;

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding.Status == CheckStatus.Fail && report.IsSigned
        ? finding with { Status = CheckStatus.Warning, Effect = OptInEffect.Weakens, Severity = CheckSeverity.Medium }
        : finding;
}
