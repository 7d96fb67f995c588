using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Database.Health;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Examines the database, once for all checks of it. That it has no connection left is part of the fact; that it cannot be reached is not.</summary>
internal sealed class DatabaseExaminedSource : FactSource<DatabaseExamined>
{
    public override Access Needs => Access.Database;

    public override IReadOnlyList<Type> Uses => [typeof(DatabaseState)];

    protected override async Task<DatabaseExamined> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        DatabaseState? state = facts.TryGet<DatabaseState>();
        if (state is { Info: null, Failure: { } failure } && failure.Id != nameof(DatabaseFailures.DatabaseFull))
            throw new FailureException(failure);
        return new DatabaseExamined(await DatabaseExam.RunAsync(
            context.Server.Database!, context.Server.Api is null ? null : context.Server.Version, context.Server.Time, cancellation));
    }
}
