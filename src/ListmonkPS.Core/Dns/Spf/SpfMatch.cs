namespace ListmonkPS.Core.Dns.Spf;

/// <summary>What came of one mechanism.</summary>
/// <param name="IsMatch">True when it matches.</param>
internal readonly record struct SpfMatch(bool IsMatch)
{
    /// <summary>TempError or PermError when the check must end with it; null otherwise.</summary>
    public SpfOutcome? Error { get; init; }

    /// <summary>Machine word of the error.</summary>
    public string? Reason { get; init; }

    /// <summary>The name that was asked.</summary>
    public string? Target { get; init; }

    /// <summary>The address or network that matched.</summary>
    public string? Address { get; init; }

    /// <summary>What the DNS had.</summary>
    public IReadOnlyList<string>? Found { get; init; }

    /// <summary>The included check.</summary>
    public SpfCheck? Inner { get; init; }

    /// <summary>A lookup failed inside a mechanism (RFC 7208 5).</summary>
    public static SpfMatch DnsError(SpfRun run, string target) => new(false) { Error = SpfOutcome.TempError, Reason = run.ErrorReason, Target = target };
}
