using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>All that the SPF record needs is answered: receivers put mail off when it is not.</summary>
internal sealed class SpfUnansweredCheck() : SpfFaultCheck(SpfFaults.Unanswered, "4.4")
{
    // Where nobody answered anything it is this machine that is cut off.
    protected override bool IsHit(DnsTest test) => test.Status == CheckStatus.Error && base.IsHit(test);

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => report.HasHeard
        ? finding with { Confidence = CheckConfidence.Medium, Effect = null, Severity = CheckSeverity.Medium, Remedy = new CheckRemedy(Texts.Format("check.dns.spf-unanswered.remedy")) }
        : Finding.SkippedBecause(Unanswered);
}
