using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Queue;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Listmonk.Campaigns;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Diagnosis.Checks.Queue;

/// <summary>
/// Running campaigns move. One that does not shows that mail is held at the mail server; up to v4.1.0 opt-in mails share its workers and queue and stand behind it (6.1), later they go their own way.
/// </summary>
internal sealed class CampaignStuckCheck : ICheck
{
    public const string Id = "queue.campaign-stuck";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(ActiveCampaigns)],
        AlsoReads = [typeof(VersionDefects)],
        DependsOn = [.. ApiState.JudgedBy, DatabaseState.JudgedBy],
        Stage = OptInStage.Composing,
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.High,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        ActiveCampaigns active = facts.Get<ActiveCampaigns>();
        CampaignRow[] running = [.. active.Campaigns.Where(campaign => campaign.Status == "running")];
        CampaignRow[] stuck = [.. running.Where(campaign => CampaignPace.IsStuck(campaign, active.Window, facts.Now))];
        if (stuck.Length == 0)
            return Finding.Pass(Texts.Format("check.queue.campaign-stuck.pass", running.Length));
        // Where the version is not known the milder effect is told.
        bool isShared = facts.TryGet<VersionDefects>() is { } version && !QuirkTable.For(version.Running.Newest).SendsInRequest;
        CampaignRow first = stuck[0];
        return new Finding
        {
            Status = isShared ? CheckStatus.Fail : CheckStatus.Warning,
            Summary = Texts.Format(isShared ? "check.queue.campaign-stuck.fail" : "check.queue.campaign-stuck.warning", first.Name, first.Sent, first.ToSend, first.UpdatedAt?.ToLocalTime()),
            Evidence = [.. stuck.Take(5).Select(campaign => new CheckEvidence(Texts.Format("check.queue.source"), campaign.Name, $"{campaign.Sent} / {campaign.ToSend}", When: campaign.UpdatedAt))],
            Confidence = CheckConfidence.Medium,
            Effect = isShared ? null : OptInEffect.Weakens,
            Severity = isShared ? null : CheckSeverity.Medium,
            Remedy = new CheckRemedy(Texts.Format("check.queue.campaign-stuck.remedy"), "Test-ListmonkSmtp"),
        };
    }
}
