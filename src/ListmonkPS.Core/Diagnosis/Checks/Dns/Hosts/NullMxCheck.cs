using ListmonkPS.Core.Diagnosis.Judging;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>The From domain does not say that it takes no mail: receivers may refuse what comes from it (RFC 7505 4.2).</summary>
internal sealed class NullMxCheck() : DomainCheck("dns.null-mx", DnsTestKind.Mx, OptInEffect.StopsSome, CheckSeverity.Medium, "RFC 7505 section 4.2")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.NullMx);

    protected override Finding Weigh(Finding finding, DnsTest hit, Evidence.Domain.DomainReport report) =>
        finding with { Effect = null, Severity = null };
}
