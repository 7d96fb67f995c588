using System.Net;

namespace ListmonkPS;

/// <summary>What Connect-Listmonk was asked to reach.</summary>
public sealed record ConnectRequest
{
    /// <summary>Name for the session; null to take one from the address.</summary>
    public string? Name { get; init; }

    /// <summary>Base address of the server; null without the API.</summary>
    public Uri? Uri { get; init; }

    /// <summary>API user and token (v3: admin and password); null for none.</summary>
    public NetworkCredential? ApiCredential { get; init; }

    /// <summary>Npgsql connection string without a password; null for none.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Host of the database, instead of a connection string or over the configuration file's; null for none.</summary>
    public string? DatabaseHost { get; init; }

    /// <summary>Port of the database, likewise; null for the configuration's, else 5432.</summary>
    public int? DatabasePort { get; init; }

    /// <summary>Name of the database, likewise; null for the configuration's, else listmonk.</summary>
    public string? DatabaseName { get; init; }

    /// <summary>Database role and password; null to use the connection string, configuration file or password file.</summary>
    public NetworkCredential? DatabaseCredential { get; init; }

    /// <summary>Full path of listmonk's config.toml; null for none.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Takes any certificate of the API's server.</summary>
    public bool SkipCertificateCheck { get; init; }

    /// <summary>SHA-256 or SHA-1 thumbprint of the one certificate that the API's server may show; null for the usual check.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>Full path of a PEM file with the authorities that alone may have signed the certificate of the API's server; null for the system's.</summary>
    public string? CertificateAuthorityPath { get; init; }

    /// <summary>Address of the proxy on the way to the API, as typed; null for the system's.</summary>
    public string? Proxy { get; init; }

    /// <summary>Log-in at the proxy; null for none.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Goes to the API without any proxy.</summary>
    public bool NoProxy { get; init; }

    /// <summary>Headers for every request to the API. The values are secrets.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Name of a saved profile that says what is not said here; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>Name under which the request is saved, without its secrets, once each access works; null to save nothing.</summary>
    public string? SaveProfile { get; init; }

    /// <summary>Bound of each wait for an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>No credential is shown.</summary>
    public override string ToString() => Name ?? Uri?.Host ?? Profile ?? nameof(ConnectRequest);
}
