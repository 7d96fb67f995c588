using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Keys;

/// <summary>The keys of the signatures are published. The DNS cannot list selectors: without a mail only that there is none at all can be seen.</summary>
internal sealed class DkimMissingCheck() : DkimCheck("dns.dkim-missing", "6376 section 3.6.2.2")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DkimReason.NoKey) || test.Reasons.Contains(DnsReason.NoSelector);

    protected override string? BlockerOf(DnsTest test) => test.Status == CheckStatus.Error ? Unanswered : null;

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) =>
        tests.Count == 0 || tests.Any(test => test.Reasons.Contains(DnsReason.NoCommonSelector)) ? Skipped("check.dns.selector-unknown") : null;
}
