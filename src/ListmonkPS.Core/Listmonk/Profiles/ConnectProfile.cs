namespace ListmonkPS.Core.Listmonk.Profiles;

/// <summary>
/// A saved way to a server, as it stands in its file. It holds no secret: of credentials the name of the user, of headers the name; each tells that the
/// secret has to be given when the profile is used.
/// </summary>
internal sealed record ConnectProfile
{
    /// <summary>Version of the form that this module writes and reads.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Version of the form; 0 in a file that does not tell.</summary>
    public int Version { get; init; }

    /// <summary>Name of the session; null to take one from the address.</summary>
    public string? SessionName { get; init; }

    /// <summary>Base address of the server.</summary>
    public string? Uri { get; init; }

    /// <summary>The API user; null when none was given.</summary>
    public string? User { get; init; }

    /// <summary>Connection string without a password.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Host of the database.</summary>
    public string? DatabaseHost { get; init; }

    /// <summary>Port of the database.</summary>
    public int? DatabasePort { get; init; }

    /// <summary>Name of the database.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>The database role; null when none was given.</summary>
    public string? DatabaseUser { get; init; }

    /// <summary>Full path of listmonk's config.toml, which is read anew each time.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Takes any certificate.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>Thumbprint of the server's certificate.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>File of certificate authorities.</summary>
    public string? CertificateAuthorityPath { get; init; }

    /// <summary>Address of the proxy.</summary>
    public string? Proxy { get; init; }

    /// <summary>User at the proxy; null when none was given.</summary>
    public string? ProxyUser { get; init; }

    /// <summary>Goes without any proxy.</summary>
    public bool NoProxy { get; init; }

    /// <summary>Names of the headers.</summary>
    public IReadOnlyList<string> HeaderNames { get; init; } = [];

    /// <summary>What is saved of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="uri">Its address, checked: without a query, which may hold a secret.</param>
    public static ConnectProfile Of(ConnectRequest request, Uri? uri) => new()
    {
        Version = CurrentVersion,
        SessionName = request.Name,
        Uri = uri?.AbsoluteUri,
        User = request.ApiCredential?.UserName,
        ConnectionString = request.ConnectionString,
        DatabaseHost = request.DatabaseHost,
        DatabasePort = request.DatabasePort,
        DatabaseName = request.DatabaseName,
        DatabaseUser = request.DatabaseCredential?.UserName,
        ConfigPath = request.ConfigPath,
        SkipCertificateCheck = request.SkipCertificateCheck,
        CertificateThumbprint = request.CertificateThumbprint,
        CertificateAuthorityPath = request.CertificateAuthorityPath,
        Proxy = request.Proxy,
        ProxyUser = request.ProxyCredential?.UserName,
        NoProxy = request.NoProxy,
        HeaderNames = [.. request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)],
    };
}
