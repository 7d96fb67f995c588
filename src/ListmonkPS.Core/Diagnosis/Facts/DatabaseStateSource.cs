using ListmonkPS.Core.Diagnosis.Engine;
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
            return new DatabaseState(database.Place, await database.ProbeAsync(cancellation), null);
        }
        catch (FailureException exception)
        {
            return new DatabaseState(database.Place, null, exception.Failure);
        }
    }
}
