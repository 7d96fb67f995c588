using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Version;

/// <summary>Who signs up again is mailed again. By version those who unsubscribed stay so without a word (B8), or known addresses get nothing (B18) or are set back (B10).</summary>
internal sealed class ResignUpCheck : ICheck
{
    public const string Id = "version.resignup";
    private static readonly string[] Defects = ["B18", "B8", "B10"];

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(VersionDefects)],
        DependsOn = [.. ApiState.JudgedBy, DatabaseState.JudgedBy],
        Stage = OptInStage.Decision,
        Effect = OptInEffect.StopsSome,
        Severity = CheckSeverity.Medium,
        Reference = "https://github.com/knadh/listmonk/issues/2976",
    };

    public Finding Judge(FactSet facts)
    {
        VersionDefects version = facts.Get<VersionDefects>();
        if (version.Find(Defects) is not { } defect)
            return Finding.Pass(Texts.Format("check.version.resignup.pass", version.Running.Told), version.Evidence());
        return defect.Bites == false
            ? Finding.Pass(Texts.Format("check.version.resignup.pass-here", version.Running.Told, defect.Condition), version.Evidence())
            : new Finding
            {
                Status = CheckStatus.Warning,
                Summary = Texts.Format("check.version.resignup.warning", version.Running.Told, defect.Summary, defect.Condition),
                Evidence = [version.Evidence()],
                Confidence = defect.Bites == true ? CheckConfidence.High : CheckConfidence.Low,
                Effect = defect.Effect,
                Remedy = defect.Remedy,
            };
    }
}
