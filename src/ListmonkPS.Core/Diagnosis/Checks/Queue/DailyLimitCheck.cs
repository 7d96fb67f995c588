using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Queue;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Queue;

/// <summary>Campaigns leave room for opt-in mails under the provider's limit of a day. What the limit of the account is only the provider knows, so this is a warning.</summary>
internal sealed class DailyLimitCheck : ICheck
{
    public const string Id = "queue.daily-limit";
    private const double Near = 0.9;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(ActiveCampaigns)],
        DependsOn = [.. ApiState.JudgedBy, DatabaseState.JudgedBy],
        Stage = OptInStage.Acceptance,
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.Medium,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        ActiveCampaigns active = facts.Get<ActiveCampaigns>();
        if (active.Limit is not { } limit)
            return Finding.Pass(Texts.Format("check.queue.daily-limit.pass-unknown", active.Today.AtLeast));
        CheckEvidence evidence = new(Texts.Format("check.queue.source"), Texts.Format("check.queue.sent-today"), $"{active.Today.AtLeast}", $"< {limit.PerDay}");
        return active.Today.AtLeast < limit.PerDay * Near
            ? Finding.Pass(Texts.Format("check.queue.daily-limit.pass", active.Today.AtLeast, limit.PerDay, limit.Source), evidence)
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.queue.daily-limit.warning", active.Today.AtLeast, limit.PerDay, limit.Source),
                Evidence = [evidence],
                Confidence = CheckConfidence.Low,
                Remedy = new CheckRemedy(Texts.Format("check.queue.daily-limit.remedy")),
            };
    }
}
