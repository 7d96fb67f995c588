using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>What is seen of those who wait: a consequence, or nothing wrong at all, and a Warning at most.</summary>
/// <param name="id">Id of the check.</param>
internal abstract class WaitingCheck(string id) : ICheck
{
    public CheckInfo Info { get; } = new()
    {
        Id = id,
        Needs = [Access.Api | Access.Database],
        Reads = [typeof(WaitingPeople)],
        DependsOn = [DatabaseState.JudgedBy, .. ApiState.JudgedBy],
        Stage = OptInStage.SignUp,
        Effect = OptInEffect.None,
        Severity = CheckSeverity.Low,
        IsSymptom = true,
        Reference = "about_ListmonkPS_Checks",
    };

    public Finding Judge(FactSet facts) => Judge(facts.Get<WaitingPeople>(), facts.Now);

    /// <summary>Judges.</summary>
    /// <param name="people">Those who wait.</param>
    /// <param name="now">When the run began.</param>
    protected abstract Finding Judge(WaitingPeople people, DateTimeOffset now);
}
