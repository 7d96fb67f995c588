using ListmonkPS.Core.Diagnosis.Checks.Database.Health;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Database;

/// <summary>
/// The database answers. When listmonk itself still reads its settings from it, only this session is cut off: then it is a Warning.
/// </summary>
internal sealed class DatabaseUnreachableCheck : ICheck
{
    public const string Id = DatabaseState.JudgedBy;

    public CheckInfo Info { get; } = new()
    {
        Id = Id,
        Needs = [Access.Database],
        Reads = [typeof(DatabaseState)],
        AlsoReads = [typeof(StoredSettings)],
        Stage = OptInStage.Service,
        Effect = OptInEffect.StopsAll,
        Severity = CheckSeverity.Critical,
        Reference = "about_ListmonkPS_Access",
    };

    public Finding Judge(FactSet facts)
    {
        DatabaseState state = facts.Get<DatabaseState>();
        if (state.Failure is not { } failure)
        {
            return Finding.Pass(Texts.Format("check.database.unreachable.pass", state.Place, state.Info!.ServerVersion));
        }

        if (failure.Id == nameof(DatabaseFailures.DatabaseFull))
            return Finding.SkippedBecause(DatabasePoolCheck.Id);
        bool isInPart = state.Info is not null;
        bool onlyUs = isInPart || facts.TryGet<StoredSettings>() is { Source: Access.Api };
        return new Finding
        {
            Status = onlyUs ? CheckStatus.Warning : CheckStatus.Fail,
            Summary = isInPart ? Texts.Format("check.database.unreachable.in-part", failure.Message)
                : onlyUs ? Texts.Format("check.database.unreachable.only-us", failure.Message)
                : failure.Message,
            Evidence = [new CheckEvidence(Texts.Format("check.source-database"), state.Place, failure.Message)],
            Confidence = onlyUs ? CheckConfidence.High : CheckConfidence.Medium,
            Effect = onlyUs || !CouldStopListmonk(failure) ? OptInEffect.None : null,
            Severity = onlyUs ? CheckSeverity.Low : null,
            Remedy = new CheckRemedy(failure.RecommendedAction),
        };
    }

    // A refused log-in or a missing right is about our role; listmonk has its own.
    private static bool CouldStopListmonk(Failure failure) =>
        failure.Category is FailureCategory.ConnectionError or FailureCategory.OperationTimeout;
}
