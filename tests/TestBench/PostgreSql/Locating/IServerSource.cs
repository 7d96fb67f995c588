namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>One place where a server can come from.</summary>
public interface IServerSource
{
    /// <summary>Looks there. Nothing found is an answer with the reason, not an exception.</summary>
    Task<SourceAnswer> FindAsync(CancellationToken ct);
}
