using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>What a first look at the database showed.</summary>
/// <param name="Info">What is there; null when the database does not work.</param>
/// <param name="Failure">Why the database does not work; null when it does.</param>
internal sealed record DatabaseProof(DatabaseInfo? Info, Failure? Failure)
{
    /// <summary>Proves an access.</summary>
    public static async Task<DatabaseProof> TryAsync(ListmonkDatabase database, CancellationToken cancellation)
    {
        try
        {
            DatabaseInfo info = await database.ProbeAsync(cancellation);
            return new DatabaseProof(info, info.IsUsable ? null : info.Problem);
        }
        catch (FailureException exception)
        {
            return new DatabaseProof(null, exception.Failure);
        }
    }
}
