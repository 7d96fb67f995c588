using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>The name of the sending address leads back to it: one that does not counts as none.</summary>
internal sealed class PtrUnconfirmedCheck()
    : DomainCheck("dns.ptr-unconfirmed", DnsTestKind.Ptr, OptInEffect.StopsSome, CheckSeverity.High, "RFC 8601 section 3")
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.PtrUnconfirmed);

    protected override string? BlockerOf(DnsTest test) => test.Reasons.Contains(DnsReason.NoPtr) ? "dns.ptr-missing" : base.BlockerOf(test);

    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) => tests.Count == 0 ? Skipped("check.dns.address-unknown") : null;
}
