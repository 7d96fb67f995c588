using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dmarc;

/// <summary>What to find out: the policy for a domain, and the outcome for a message where authentication results are given.</summary>
internal sealed record DmarcQuery
{
    private DmarcQuery(string domain) => Domain = domain;

    /// <summary>Domain of the From address, as A-labels in lower case.</summary>
    public string Domain { get; }

    /// <summary>Standard to judge by.</summary>
    public DmarcStandard Standard { get; init; }

    /// <summary>Public suffix rules for RFC 7489; null when none were given.</summary>
    public IReadOnlyList<string>? PublicSuffixes { get; init; }

    /// <summary>The result of the SPF check of MAIL FROM; null when there was none.</summary>
    public DmarcIdentifier? Spf { get; init; }

    /// <summary>The signatures, with their signing domains (d=).</summary>
    public IReadOnlyList<DmarcIdentifier> Dkim { get; init; } = [];

    /// <summary>True to evaluate a message, even one without any authentication.</summary>
    public bool HasMessage { get; init; }

    /// <summary>True to find out whether reports may be sent to the addresses of the record.</summary>
    public bool ChecksReports { get; init; }

    /// <summary>Makes a query.</summary>
    /// <exception cref="FailureException">The domain can have no records.</exception>
    public static DmarcQuery Create(string domain) =>
        DomainName.TryNormalizeAny(domain) is { } name
            ? new DmarcQuery(name.ToLowerInvariant())
            : throw new FailureException(DnsFailures.DomainInvalid(domain));
}
