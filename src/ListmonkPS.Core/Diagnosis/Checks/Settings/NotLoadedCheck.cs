using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Queue;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>
/// The process runs with the settings that are stored. While a campaign runs, settings that are saved are shown and not loaded (G26); with a sliding window that can be for days. An edit by SQL is
/// never loaded by itself and not told either (G4).
/// </summary>
internal sealed class NotLoadedCheck : ICheck
{
    public const string Id = "settings.not-loaded";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api],
        Reads = [typeof(ApiState)],
        AlsoReads = [typeof(ActiveCampaigns)],
        DependsOn = ApiState.JudgedBy,
        Stage = OptInStage.Decision,
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.High,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        ApiState state = facts.Get<ApiState>();
        if (state.NeedsRestart is not { } waits)
            return Finding.SkippedBecause(ApiState.JudgedBy[state.IsReachable ? 1 : 0]);
        string? campaign = facts.TryGet<ActiveCampaigns>()?.Campaigns.FirstOrDefault(one => one.Status == "running")?.Name;
        return !waits
            ? Finding.Pass(Texts.Format("check.settings.not-loaded.pass"))
            : new Finding
            {
                Status = CheckStatus.Fail,
                Summary = campaign is null ? Texts.Format("check.settings.not-loaded.fail") : Texts.Format("check.settings.not-loaded.fail-campaign", campaign),
                Evidence = [new CheckEvidence("GET /api/config", "needs_restart", "true", "false")],
                // Which settings wait is not told: it may be others than those of opt-in mail.
                Confidence = CheckConfidence.Medium,
                Remedy = new CheckRemedy(Texts.Format("check.settings.not-loaded.remedy"), NeedsRestart: true),
            };
    }
}
