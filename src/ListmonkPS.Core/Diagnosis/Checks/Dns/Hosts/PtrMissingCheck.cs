using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>The sending address has a name: big mailbox providers refuse mail from one without.</summary>
internal sealed class PtrMissingCheck() : DomainCheck("dns.ptr-missing", DnsTestKind.Ptr, OptInEffect.StopsSome, CheckSeverity.High, "RFC 1912 section 2.1")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.NoPtr);

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) => tests.Count == 0 ? Skipped("check.dns.address-unknown") : null;
}
