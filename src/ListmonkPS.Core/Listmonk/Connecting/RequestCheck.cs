namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>
/// Which parts of a request go together. What would protect less than it says is refused; a credential is not, since one for all stands beside the rows of
/// a table that need it and those that do not.
/// </summary>
internal static class RequestCheck
{
    /// <summary>Checks a request.</summary>
    /// <exception cref="FailureException">Nothing to connect to, or parts that do not go together.</exception>
    public static void Check(ConnectRequest request)
    {
        if (request is { Uri: null, ConnectionString: null, ConfigPath: null, DatabaseHost: null })
        {
            throw new FailureException(Orphan(request) is { } orphan
                ? ParameterFailures.ParameterNeeds(orphan.Given, orphan.Needed)
                : ConnectionFailures.NothingToConnect());
        }

        if (Clash(request) is { } clash)
            throw new FailureException(ParameterFailures.ParametersExclude(clash.One, clash.Other));
        if (Orphan(request) is { } lonely)
            throw new FailureException(ParameterFailures.ParameterNeeds(lonely.Given, lonely.Needed));
    }

    private static (string One, string Other)? Clash(ConnectRequest request) => request switch
    {
        { NoProxy: true, Proxy: not null } => ("-Proxy", "-NoProxy"),
        { SkipCertificateCheck: true, CertificateThumbprint: not null } => ("-SkipCertificateCheck", "-CertificateThumbprint"),
        { SkipCertificateCheck: true, CertificateAuthorityPath: not null } => ("-SkipCertificateCheck", "-CertificateAuthorityPath"),
        { CertificateThumbprint: not null, CertificateAuthorityPath: not null } => ("-CertificateThumbprint", "-CertificateAuthorityPath"),
        { ConnectionString: not null, DatabaseHost: not null } => ("-ConnectionString", "-DatabaseHost"),
        { ConnectionString: not null, DatabasePort: not null } => ("-ConnectionString", "-DatabasePort"),
        { ConnectionString: not null, DatabaseName: not null } => ("-ConnectionString", "-DatabaseName"),
        _ => null,
    };

    private static (string Given, string Needed)? Orphan(ConnectRequest request) => request switch
    {
        { Uri: null } when OfApi(request) is { } given => (given, "-Uri"),
        { Proxy: null, ProxyCredential: not null } => ("-ProxyCredential", "-Proxy"),
        { DatabaseHost: null, ConfigPath: null } when OfDatabase(request) is { } given => (given, "-DatabaseHost"),
        _ => null,
    };

    private static string? OfApi(ConnectRequest request) => request switch
    {
        { Proxy: not null } => "-Proxy",
        { Headers.Count: > 0 } => "-Headers",
        { SkipCertificateCheck: true } => "-SkipCertificateCheck",
        { CertificateThumbprint: not null } => "-CertificateThumbprint",
        { CertificateAuthorityPath: not null } => "-CertificateAuthorityPath",
        _ => null,
    };

    private static string? OfDatabase(ConnectRequest request) => request switch
    {
        { DatabasePort: not null } => "-DatabasePort",
        { DatabaseName: not null } => "-DatabaseName",
        _ => null,
    };
}
