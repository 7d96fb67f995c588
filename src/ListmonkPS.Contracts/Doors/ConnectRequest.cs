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

    /// <summary>Database role and password; null to use the connection string, configuration file or password file.</summary>
    public NetworkCredential? DatabaseCredential { get; init; }

    /// <summary>Full path of listmonk's config.toml; null for none.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Bound of each wait for an answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);
}
