using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts.Log;

/// <summary>Asks PostgreSQL since when listmonk has been connected.</summary>
internal sealed class ServerConnectionSource : FactSource<ServerConnection>
{
    public override Access Needs => Access.Database;

    protected override async Task<ServerConnection> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation) =>
        new(await context.Server.Database!.ReadAsync(ServerConnectionQuery.ReadAsync, cancellation));
}
