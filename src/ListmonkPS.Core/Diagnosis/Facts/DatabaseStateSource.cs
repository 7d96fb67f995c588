using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Asks the database anew. A refusal is the fact, not a fault of reading it.</summary>
internal sealed class DatabaseStateSource : FactSource<DatabaseState>
{
    public override Access Needs => Access.Database;

    protected override async Task<DatabaseState> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        ListmonkDatabase database = context.Server.Database!;
        try
        {
            DatabaseInfo info = await database.ProbeAsync(cancellation);
            return new DatabaseState(database.Place, info.IsUsable ? info : null, info.Problem);
        }
        catch (FailureException exception)
        {
            return new DatabaseState(database.Place, null, exception.Failure);
        }
    }
}
