using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>
/// As many of those who sign up confirm as always did. It is a consequence, and dates its cause; where no cause is found it is all that is known, and it shows
/// faults that hit only some.
/// </summary>
internal sealed class ShareBrokeCheck : ICheck
{
    public const string Id = "database.share-broke";

    /// <summary>Where more than this part of the share is left, the fault hits some, or few.</summary>
    private const double Collapse = 0.2;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Database],
        Reads = [typeof(RecentSignUps)],
        DependsOn = [DatabaseState.JudgedBy],
        Stage = OptInStage.Confirmation,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        IsSymptom = true,
        WarnsAlone = true,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        if (facts.Get<RecentSignUps>().Break is not { } found)
            return Finding.Pass(Texts.Format("check.database.share-broke.pass"));
        bool isWhole = found.ShareAfter <= Collapse * found.ShareBefore;
        bool isSure = isWhole && found.Confidence == BreakStrength.Strong;
        return new Finding
        {
            Status = isSure ? CheckStatus.Fail : CheckStatus.Warning,
            Summary = Texts.Format(
                "check.database.share-broke.fail", found.At, found.ShareAfter * 100, found.ShareBefore * 100, found.AffectedCount, found.ExpectedCount),
            Evidence =
            [
                new CheckEvidence(
                    Texts.Format("check.source-database"), Texts.Format("check.what-share"),
                    Texts.Format("check.found-share", found.ShareBefore * 100, found.At, found.ShareAfter * 100, found.NotBefore, found.NotAfter), When: found.At),
            ],
            Confidence = isSure ? CheckConfidence.Medium : CheckConfidence.Low,
            Since = found.At,
            AffectedCount = found.AffectedCount,
            Effect = isWhole ? null : OptInEffect.StopsSome,
            Severity = isSure ? null : CheckSeverity.Medium,
            Remedy = new CheckRemedy(Texts.Format("check.database.share-broke.remedy"), RemedyCommand.MeasureBreaks(facts)),
        };
    }
}
