namespace ListmonkPS;

/// <summary>What DMARC is to be checked for. What is not given is taken from the session.</summary>
public sealed record DmarcRequest
{
    /// <summary>Domain of the From address; null for that of the session.</summary>
    public string? Domain { get; init; }

    /// <summary>Text to judge by.</summary>
    public DmarcStandard Standard { get; init; }

    /// <summary>Public suffix rules; null when none were given.</summary>
    public IReadOnlyList<string>? PublicSuffixes { get; init; }

    /// <summary>Result of the SPF check of MAIL FROM; null for none.</summary>
    public string? SpfResult { get; init; }

    /// <summary>Domain of that check; null for none.</summary>
    public string? SpfDomain { get; init; }

    /// <summary>Results of the signatures.</summary>
    public IReadOnlyList<string> DkimResults { get; init; } = [];

    /// <summary>Signing domains, in the order of the results.</summary>
    public IReadOnlyList<string> DkimDomains { get; init; } = [];

    /// <summary>True to evaluate a message, even one without any authentication.</summary>
    public bool IsMessage { get; init; }
}
