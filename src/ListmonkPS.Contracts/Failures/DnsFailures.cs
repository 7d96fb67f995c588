namespace ListmonkPS;

/// <summary>What can be wrong when names are looked up.</summary>
internal static class DnsFailures
{
    /// <summary>A DNS server is not given as address, address:port or [v6]:port.</summary>
    public static Failure ServerInvalid(string server) => new("DnsServerInvalid", FailureCategory.InvalidArgument, server, server);

    /// <summary>No DNS server was given and this machine has none.</summary>
    public static Failure ServerUnknown() => new("DnsServerUnknown", FailureCategory.ResourceUnavailable, null);
}
