using ListmonkPS.Core.Diagnosis.Judging;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>The domain of the From address can be looked up and answered: else many receivers refuse the mail (Postfix: "Domain not found").</summary>
internal sealed class FromDomainCheck() : DomainCheck(FromDomain, DnsTestKind.Mx, OptInEffect.StopsAll, CheckSeverity.High, "RFC 5321 section 5.1")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.DomainNonexistent) || test.Reasons.Contains(DnsReason.NoMail);

    protected override Finding Weigh(Finding finding, DnsTest hit, Evidence.Domain.DomainReport report) =>
        finding.Status == CheckStatus.Fail ? finding : finding with { Effect = OptInEffect.StopsSome, Severity = CheckSeverity.Medium };

    protected override Finding WithoutDomain() => new()
    {
        Status = CheckStatus.Fail,
        Summary = Texts.Format("check.dns.from-domain.fail"),
        Remedy = new CheckRemedy(Texts.Format("check.dns.from-domain.remedy")),
    };
}
