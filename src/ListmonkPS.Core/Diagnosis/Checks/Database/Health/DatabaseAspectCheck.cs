using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Database.Health;

/// <summary>One aspect of the database, as it was examined for all of them at once.</summary>
/// <param name="id">Id of the check.</param>
/// <param name="aspect">The aspect.</param>
/// <param name="effect">What a failure does; a warning does nothing yet.</param>
internal abstract class DatabaseAspectCheck(string id, DatabaseAspect aspect, OptInEffect effect) : ICheck
{
    public CheckInfo Info { get; } = new()
    {
        Id = id,
        Needs = [Access.Database],
        Reads = [typeof(DatabaseExamined)],
        AlsoReads = [typeof(StoredSettings)],
        DependsOn = [DatabaseState.JudgedBy],
        Stage = OptInStage.Service,
        Effect = effect,
        Severity = effect == OptInEffect.StopsAll ? CheckSeverity.Critical : CheckSeverity.Medium,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts)
    {
        DatabaseTest? test = facts.Get<DatabaseExamined>().Of(aspect);
        if (test is null)
            return Finding.SkippedBecause(DatabaseState.JudgedBy);
        CheckStatus status = Weigh(test, facts);
        return new Finding
        {
            Status = status,
            Summary = test.Summary,
            Evidence = [.. test.Details.Take(MostEvidence).Select(line => new CheckEvidence(Texts.Format("check.source-database"), aspect.ToString(), line))],
            Confidence = CheckConfidence.High,
            Effect = status == CheckStatus.Fail ? null : OptInEffect.None,
            Severity = status == CheckStatus.Fail ? null : CheckSeverity.Low,
            Remedy = test.Remedy is null ? null : new CheckRemedy(test.Remedy),
        };
    }

    /// <summary>What the outcome of the aspect means for opt-in mail.</summary>
    /// <param name="test">The aspect.</param>
    /// <param name="facts">The run.</param>
    protected virtual CheckStatus Weigh(DatabaseTest test, FactSet facts) => test.Status;

    private const int MostEvidence = 3;
}
