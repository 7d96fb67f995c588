using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Dns.Dkim;

/// <summary>Which key is wanted, and for what signature.</summary>
internal sealed record DkimQuery
{
    private DkimQuery(string domain, string selector) => (Domain, Selector) = (domain, selector);

    /// <summary>Signing domain (d=), as A-labels.</summary>
    public string Domain { get; }

    /// <summary>Selector (s=); may hold dots.</summary>
    public string Selector { get; }

    /// <summary>Algorithm of the signature (a=); null when the record is judged alone.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Identity of the signature (i=), an address, "@domain" or a domain; null for none.</summary>
    public string? Identity { get; init; }

    /// <summary>Name of the record (RFC 6376 3.6.2.1).</summary>
    public string Name => $"{Selector}._domainkey.{Domain}";

    /// <summary>True when a query can be made of a signature's domain and selector.</summary>
    public static bool CanBeMade(string? domain, string? selector) =>
        DomainName.TryNormalize(domain) is { } name
        && selector is not null
        && DomainName.WithoutFinalDot(selector.Trim()) is { Length: > 0 } label
        && DomainName.CanBeAsked($"{label}._domainkey.{name}");

    /// <summary>Makes a query.</summary>
    /// <exception cref="FailureException">Domain or selector cannot be part of a name.</exception>
    public static DkimQuery Create(string domain, string selector)
    {
        string normalized = DomainName.TryNormalize(domain) ?? throw new FailureException(DnsFailures.DomainInvalid(domain));
        DkimQuery query = new(normalized, DomainName.WithoutFinalDot(selector.Trim()));
        return query.Selector.Length > 0 && DomainName.CanBeAsked(query.Name)
            ? query
            : throw new FailureException(DnsFailures.SelectorInvalid(selector));
    }
}
