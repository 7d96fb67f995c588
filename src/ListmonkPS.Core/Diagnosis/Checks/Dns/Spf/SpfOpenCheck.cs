using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>The SPF record says something about strangers: one that allows everybody, or says nothing, protects nobody.</summary>
internal sealed class SpfOpenCheck() : SpfFaultCheck(SpfFaults.Open, "5.1")
{
    protected override bool IsHit(DnsTest test) => SpfFaults.Of(test) is null && Flaw(test) is not null;

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) => finding with
    {
        Status = CheckStatus.Warning,
        Summary = Texts.Format($"check.dns.spf-open.{Flaw(hit)}", hit.Name),
        Effect = OptInEffect.None,
        Severity = CheckSeverity.Low,
        Remedy = new CheckRemedy(Texts.Format("check.dns.spf-open.remedy", hit.Name)),
    };

    private static string? Flaw(DnsTest test) =>
        test.Reasons.FirstOrDefault(reason => reason is SpfNote.AllowsAll or SpfNote.SaysNothing or SpfNote.NoEnd);
}
