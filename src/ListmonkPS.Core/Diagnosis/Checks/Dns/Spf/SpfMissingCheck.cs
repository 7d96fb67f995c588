using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Spf;

/// <summary>The envelope domain has an SPF record. Without one a mail needs a signature; that it has none only a mail can show.</summary>
internal sealed class SpfMissingCheck() : SpfFaultCheck(SpfFaults.Missing, "4.5")
{
    protected override Finding Weigh(Finding finding, DnsTest hit, DomainReport report) =>
        report.IsUnsigned ? finding with { Status = CheckStatus.Fail, Effect = null, Severity = null }
        : report.IsSigned ? finding
        : finding with { Severity = CheckSeverity.Medium };
}
