using System.Net;
using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Listmonk.Configuration;
using ListmonkPS.Core.Listmonk.Connecting.Routes;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Connecting;

/// <summary>Turns a request into a target: checks what was typed, and reads what it points to.</summary>
/// <param name="configs">Reads listmonk's configuration.</param>
/// <param name="routes">Reads the way to the API.</param>
internal sealed class TargetReader(ConfigReader configs, RouteReader routes)
{
    /// <summary>The target of a request.</summary>
    /// <exception cref="FailureException">The request itself is wrong.</exception>
    public async Task<ConnectTarget> ReadAsync(ConnectRequest request, CancellationToken cancellation)
    {
        RequestCheck.Check(request);
        Uri? uri = request.Uri is null ? null : ServerAddress.Check(request.Uri);
        if (request.ConnectionString is { } text)
            ConnectionText.Check(text); // before any file is read
        ApiRoute route = uri is null ? ApiRoute.Default : await routes.ReadAsync(request, uri, cancellation);
        ListmonkConfig? config = request.ConfigPath is null ? null : await configs.ReadAsync(request.ConfigPath, request.Timeout, cancellation);
        NpgsqlConnectionStringBuilder? database = DatabaseTarget.Of(request, config);
        return new ConnectTarget(
            request.Name ?? SessionName.Of(uri, database), uri, request.ApiCredential ?? AdminOf(config), route, database, config);
    }

    /// <summary>Up to v3 the configuration holds the only log-in; from v4 on it still counts when it is there (4.1).</summary>
    private static NetworkCredential? AdminOf(ListmonkConfig? config) =>
        config?.Find("app.admin_username") is { } name && config.Find("app.admin_password") is { } password ? new NetworkCredential(name, password) : null;
}
