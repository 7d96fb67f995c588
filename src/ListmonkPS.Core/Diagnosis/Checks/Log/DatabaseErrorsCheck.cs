using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>The log tells of no trouble that sign-ups had with the database. A warning: what is wrong now the checks of the database judge.</summary>
internal sealed class DatabaseErrorsCheck() : LogCheck("log.database-errors", LogClass.Database, OptInStage.Decision, OptInEffect.StopsSome, isSymptom: true)
{
    protected override Finding Found(FactSet facts, LogDigest digest, LogEntry first, LogEntry last) =>
        base.Found(facts, digest, first, last) with { Status = CheckStatus.Warning, Confidence = CheckConfidence.Medium };
}
