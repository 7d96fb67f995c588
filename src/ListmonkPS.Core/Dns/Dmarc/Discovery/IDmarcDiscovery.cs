namespace ListmonkPS.Core.Dns.Dmarc.Discovery;

/// <summary>How a standard finds policies and organizational domains; RFC 9989 and RFC 7489 are the two.</summary>
internal interface IDmarcDiscovery
{
    /// <summary>Finds the record that applies to a domain.</summary>
    Task<DmarcDiscovery> DiscoverAsync(string domain, CancellationToken cancellation);

    /// <summary>Finds the organizational domain of an identifier; null when a lookup failed.</summary>
    Task<string?> FindOrganizationalDomainAsync(string domain, CancellationToken cancellation);
}
