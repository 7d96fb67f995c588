using ListmonkPS.Core.Listmonk;
using Npgsql;

namespace ListmonkPS.Core.Resend.Servers;

/// <summary>By what the ledger knows a server, whatever its session is called: the database's own number and name, else the address.</summary>
internal static class ServerKey
{
    /// <summary>What every new installation has until somebody sets it (G33): it tells of no server.</summary>
    private const string Preset = "HTTP://LOCALHOST:9000";

    private const string OfDatabase = "SELECT 'pg:' || (SELECT system_identifier FROM pg_control_system()) || '/' || current_database()";

    /// <summary>The key by the database.</summary>
    public static async Task<string> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(OfDatabase, connection);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The key by the address; null without one.</summary>
    public static string? Of(ListmonkServer server) => server.Uri is null ? null : "uri:" + Canonical(server.Uri);

    /// <summary>The name by which people know the server, whatever address a session has; null for none. Copies of a server may share it.</summary>
    /// <param name="root">app.root_url.</param>
    public static string? OfRoot(string? root) =>
        Uri.TryCreate(root, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && Canonical(address) is var name && name != Preset
            ? "root:" + name
            : null;

    private static string Canonical(Uri address) =>
        address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/').ToUpperInvariant();
}
