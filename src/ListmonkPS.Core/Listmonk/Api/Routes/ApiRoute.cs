namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>How requests get to the API: whose certificate is taken, through which proxy, with which further headers.</summary>
/// <param name="Certificate">Which certificates are taken.</param>
/// <param name="Proxy">Which proxy is used.</param>
/// <param name="Headers">Headers for every request; their values are secrets.</param>
internal sealed record ApiRoute(CertificateRule Certificate, ProxyRule Proxy, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    /// <summary>As the system has it: its authorities, its proxy, no further headers.</summary>
    public static ApiRoute Default { get; } = new(CertificateRule.System, ProxyRule.System, []);

    /// <summary>No value of a header is shown.</summary>
    public override string ToString() => nameof(ApiRoute);
}
