using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>Tells a check that cannot be judged for want of access (Skipped) from one whose facts could not be read (Error).</summary>
internal static class AccessGate
{
    /// <summary>Skipped, naming the access, when one that the check needs was not asked for; null when all are there.</summary>
    public static Finding? MissingNeed(CheckInfo info, Access asked)
    {
        Access missing = info.Needs.FirstOrDefault(alternatives => (alternatives & asked) == Access.None);
        return missing == Access.None ? null : NeedsAccess(missing);
    }

    /// <summary>Skipped, naming the right, or Error when a fact that the check reads is not there; null when all are.</summary>
    public static Finding? MissingFact(CheckInfo info, FactSet facts)
    {
        FactOutcome? missing = facts.FirstMissing(info.Reads);
        return missing switch
        {
            null => null,
            { MissingAccess: not Access.None } => NeedsAccess(missing.MissingAccess),
            { Failure: { Category: FailureCategory.PermissionDenied } denied } => NeedsRight(denied),
            _ => new Finding { Status = CheckStatus.Error, Summary = missing.Failure?.Message ?? "" },
        };
    }

    /// <summary>The access is there and the right is not: what is wrong is our role, not the server.</summary>
    private static Finding NeedsRight(Failure denied) => new()
    {
        Status = CheckStatus.Skipped,
        Summary = Texts.Format("check.needs-right", denied.Message, denied.RecommendedAction),
        Remedy = new CheckRemedy(denied.RecommendedAction),
    };

    private static Finding NeedsAccess(Access alternatives) => new()
    {
        Status = CheckStatus.Skipped,
        Summary = Texts.Format(alternatives switch
        {
            Access.Api => "check.needs-api",
            Access.Database => "check.needs-database",
            Access.Api | Access.Log => "check.needs-api-or-log",
            _ => "check.needs-api-or-database",
        }),
    };
}
