using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>listmonk's API answers. When the process is down nobody can sign up; seen from here it may also be the network between.</summary>
internal sealed class ApiUnreachableCheck : ICheck
{
    public const string Id = "settings.api-unreachable";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api],
        Reads = [typeof(ApiState)],
        Stage = OptInStage.Service,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "about_ListmonkPS_Access",
    };

    public Finding Judge(FactSet facts)
    {
        ApiState state = facts.Get<ApiState>();
        return state.IsReachable
            ? Finding.Pass(Texts.Format("check.settings.api-unreachable.pass", state.Place))
            : new Finding
            {
                Status = CheckStatus.Fail,
                Summary = state.Failure!.Message,
                Evidence = [new CheckEvidence("GET /api/config", state.Place, state.Failure.Message)],
                Confidence = CheckConfidence.Medium,
                Remedy = new CheckRemedy(state.Failure.RecommendedAction),
            };
    }
}
