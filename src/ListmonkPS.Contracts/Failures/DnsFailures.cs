namespace ListmonkPS;

/// <summary>What can be wrong when names are looked up.</summary>
internal static class DnsFailures
{
    /// <summary>A DNS server is not given as address, address:port or [v6]:port.</summary>
    public static Failure ServerInvalid(string server) => new("DnsServerInvalid", FailureCategory.InvalidArgument, server, server);

    /// <summary>A text is no domain name that can be asked for.</summary>
    public static Failure DomainInvalid(string domain) => new("DomainInvalid", FailureCategory.InvalidArgument, domain, domain);

    /// <summary>A text cannot be part of the name of a DKIM key.</summary>
    public static Failure SelectorInvalid(string selector) => new("SelectorInvalid", FailureCategory.InvalidArgument, selector, selector);

    /// <summary>No DNS server was given and this machine has none.</summary>
    public static Failure ServerUnknown() => new("DnsServerUnknown", FailureCategory.ResourceUnavailable, null);
}
