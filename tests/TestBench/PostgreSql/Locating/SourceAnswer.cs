namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>What one place has.</summary>
/// <param name="Found">The server; null when there is none.</param>
/// <param name="Reason">Why there is none, as a sentence; empty when one was found.</param>
public sealed record SourceAnswer(FoundServer? Found, string Reason)
{
    /// <summary>There is one.</summary>
    public static SourceAnswer Of(FoundServer found) => new(found, "");

    /// <summary>There is none.</summary>
    public static SourceAnswer Nothing(string reason) => new(null, reason);
}
