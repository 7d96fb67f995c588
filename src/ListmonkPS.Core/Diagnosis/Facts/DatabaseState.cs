using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Whether the database answers our role now.</summary>
/// <param name="Place">host:port/name.</param>
/// <param name="Info">What it said of itself; null when it does not answer.</param>
/// <param name="Failure">Why it does not; null when it does.</param>
internal sealed record DatabaseState(string Place, DatabaseInfo? Info, Failure? Failure)
{
    /// <summary>Id of the check that judges this fact, for those that cannot judge without the database.</summary>
    public const string JudgedBy = "database.unreachable";
}
