using System.Net;
using ListmonkPS.Core.Listmonk.Configuration;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Turns a request into a target: checks what was typed, and reads what it points to.</summary>
/// <param name="configs">Reads listmonk's configuration.</param>
internal sealed class TargetReader(ConfigReader configs)
{
    /// <summary>The target of a request.</summary>
    /// <exception cref="FailureException">The request itself is wrong.</exception>
    public async Task<ConnectTarget> ReadAsync(ConnectRequest request, CancellationToken cancellation)
    {
        if (request is { Uri: null, ConnectionString: null, ConfigPath: null })
            throw new FailureException(ConnectionFailures.NothingToConnect());
        Uri? uri = request.Uri is null ? null : ServerAddress.Check(request.Uri);
        NpgsqlConnectionStringBuilder? database = request.ConnectionString is null ? null : ConnectionText.Check(request.ConnectionString);
        ListmonkConfig? config = request.ConfigPath is null ? null : await configs.ReadAsync(request.ConfigPath, request.Timeout, cancellation);
        if (config is not null)
            database ??= DatabaseConfig.ToConnection(config);
        if (database is not null && request.DatabaseCredential is { } role)
            (database.Username, database.Password) = (role.UserName, role.Password);
        return new ConnectTarget(request.Name ?? NameOf(uri, database), uri, request.ApiCredential ?? AdminOf(config), database);
    }

    private static string NameOf(Uri? uri, NpgsqlConnectionStringBuilder? database) =>
        uri?.Host ?? $"{database?.Host}/{database?.Database ?? database?.Username}";

    /// <summary>Up to v3 the configuration holds the only log-in; from v4 on it still counts when it is there (4.1).</summary>
    private static NetworkCredential? AdminOf(ListmonkConfig? config) =>
        config?.Find("app.admin_username") is { } name && config.Find("app.admin_password") is { } password ? new NetworkCredential(name, password) : null;
}
