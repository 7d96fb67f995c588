using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>Whether the database answers our role now.</summary>
/// <param name="Place">host:port/name.</param>
/// <param name="Info">What it said of itself; null when it does not answer, or nothing of listmonk can be read there.</param>
/// <param name="Failure">Why it does not, or which rights are missing; null when all can be read.</param>
internal sealed record DatabaseState(string Place, DatabaseInfo? Info, Failure? Failure)
{
    /// <summary>Id of the check that judges this fact, for those that cannot judge without the database.</summary>
    public const string JudgedBy = "database.unreachable";

    /// <summary>True when these tables can be read.</summary>
    public bool MayRead(params IReadOnlyList<string> tables) => Info is not null && Info.Rights.MissingFor(tables) is null;

    /// <summary>Why these tables cannot be read; null when they can.</summary>
    public Failure? ObstacleTo(params IReadOnlyList<string> tables) => Info is null ? Failure : Info.Rights.MissingFor(tables);
}
