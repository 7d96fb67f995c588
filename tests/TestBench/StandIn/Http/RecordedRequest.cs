namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>A request that reached the stand-in: what proves that nothing was written, or that something was.</summary>
/// <param name="At">When it came.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path with query, as sent.</param>
/// <param name="User">Name that the log-in proved; null for none.</param>
/// <param name="Status">Status of the answer; 0 when there was none.</param>
public sealed record RecordedRequest(DateTimeOffset At, string Method, string Path, string? User, int Status)
{
    /// <summary>Headers as they came, by name; without the log-in.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>True for every method that may change something.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS");
}
