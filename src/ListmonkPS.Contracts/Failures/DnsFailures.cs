namespace ListmonkPS;

/// <summary>What can be wrong when names are looked up.</summary>
internal static class DnsFailures
{
    /// <summary>A DNS server is not given as address, address:port or [v6]:port.</summary>
    public static Failure DnsServerInvalid(string server) => new("DnsServerInvalid", FailureCategory.InvalidArgument, server, server);

    /// <summary>A text is no domain name that can be asked for.</summary>
    public static Failure DomainInvalid(string domain) => new("DomainInvalid", FailureCategory.InvalidArgument, domain, domain);

    /// <summary>A text cannot be part of the name of a DKIM key.</summary>
    public static Failure SelectorInvalid(string selector) => new("SelectorInvalid", FailureCategory.InvalidArgument, selector, selector);

    /// <summary>No address to check was given, and none can be inferred from the session.</summary>
    public static Failure AddressNeeded(string domain) => new("AddressNeeded", FailureCategory.InvalidArgument, domain, domain);

    /// <summary>The From address of a server's settings has no domain.</summary>
    public static Failure FromAddressUnusable(string session) => new("FromAddressUnusable", FailureCategory.InvalidData, session, session);

    /// <summary>-Standard Rfc7489 was given without the list that decides by it.</summary>
    public static Failure PublicSuffixNeeded(string domain) => new("PublicSuffixNeeded", FailureCategory.InvalidArgument, domain, domain);

    /// <summary>Results and domains of signatures were given in different numbers.</summary>
    public static Failure DkimPairsUneven(int results, int domains) =>
        new("DkimPairsUneven", FailureCategory.InvalidArgument, null, results, domains);

    /// <summary>An SPF result was given without its domain, or the other way round.</summary>
    public static Failure SpfPairIncomplete() => new("SpfPairIncomplete", FailureCategory.InvalidArgument, null);

    /// <summary>A mail file cannot be read.</summary>
    public static Failure MailUnreadable(string path) => new("MailUnreadable", FailureCategory.ReadError, path, path);

    /// <summary>A mail file has no DKIM signature.</summary>
    public static Failure MailUnsigned(string path) => new("MailUnsigned", FailureCategory.ObjectNotFound, path, path);

    /// <summary>No DNS server was given and this machine has none.</summary>
    public static Failure DnsServerUnknown() => new("DnsServerUnknown", FailureCategory.ResourceUnavailable, null);
}
