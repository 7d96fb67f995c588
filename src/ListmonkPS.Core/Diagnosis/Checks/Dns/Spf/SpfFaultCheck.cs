using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>
/// One fault of the SPF record of the envelope domain. Receivers take a broken record for an error; it does not stop mail that is signed for the From domain,
/// nor what a provider sends with an envelope domain of its own.
/// </summary>
/// <param name="id">Id of the check.</param>
/// <param name="reference">Section of RFC 7208.</param>
internal abstract class SpfFaultCheck(string id, string reference)
    : DomainCheck(id, DnsTestKind.Spf, OptInEffect.StopsSome, CheckSeverity.High, "RFC 7208 section " + reference)
{
    protected override bool IsHit(DnsTest test) => SpfFaults.Of(test) == Info.Id;

    protected override string? BlockerOf(DnsTest test) => SpfFaults.Of(test);

    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) =>
        finding.Status == CheckStatus.Fail && (report.IsSigned || report.IsThroughProvider)
            ? finding with { Status = CheckStatus.Warning, Effect = OptInEffect.Weakens, Severity = CheckSeverity.Medium }
            : finding;
}
