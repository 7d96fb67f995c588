using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;

namespace ListmonkPS.Core.Diagnosis.Checks.Dns.Hosts;

/// <summary>The host of the confirm links exists: else mails arrive, and every link in them is dead.</summary>
internal sealed class RootHostCheck()
    : DomainCheck("dns.root-url", DnsTestKind.RootUrl, OptInEffect.StopsAll, CheckSeverity.High, "about_ListmonkPS_Checks", OptInStage.Click)
{
    protected override bool IsHit(DnsTest test) => test.Reasons.Contains(DnsReason.HostUnknown);

    // Without a name to look up it is for the other check to say what that means.
    protected override Finding? Instead(DomainReport report, IReadOnlyList<DnsTest> tests) =>
        tests.Count == 0 ? Finding.SkippedBecause(Settings.RootUrlCheck.Id) : null;
}
