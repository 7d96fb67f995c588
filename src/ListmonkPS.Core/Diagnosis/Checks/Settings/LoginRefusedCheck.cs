using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Settings;

/// <summary>The API takes this session's credential. A refusal stops this diagnosis, not the mail.</summary>
internal sealed class LoginRefusedCheck : ICheck
{
    public const string Id = "settings.login-refused";

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api],
        Reads = [typeof(ApiState)],
        DependsOn = [ApiUnreachableCheck.Id],
        Stage = OptInStage.Service,
        Effect = OptInEffect.None,
        Severity = CheckSeverity.Medium,
        Reference = "about_ListmonkPS_Access",
    };

    public Finding Judge(FactSet facts)
    {
        ApiState state = facts.Get<ApiState>();
        if (!state.IsReachable)
        {
            return Finding.SkippedBecause(ApiUnreachableCheck.Id);
        }

        return state.IsLoggedIn
            ? Finding.Pass(Texts.Format("check.settings.login-refused.pass"))
            : new Finding
            {
                Status = CheckStatus.Fail,
                Summary = state.Failure!.Message,
                Evidence = [new CheckEvidence("GET /api/config", state.Place, state.Failure.Message)],
                Confidence = CheckConfidence.Proved,
                Remedy = new CheckRemedy(state.Failure.RecommendedAction),
            };
    }
}
