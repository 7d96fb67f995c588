using ListmonkPS.Core.Listmonk;
using Npgsql;

namespace ListmonkPS.Core.Resend.Servers;

/// <summary>By what the ledger knows a server, whatever its session is called: the database's own number and name, else the address.</summary>
internal static class ServerKey
{
    private const string OfDatabase = "SELECT 'pg:' || (SELECT system_identifier FROM pg_control_system()) || '/' || current_database()";

    /// <summary>The key by the database.</summary>
    public static async Task<string> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(OfDatabase, connection);
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The key by the address; null without one.</summary>
    public static string? Of(ListmonkServer server) =>
        server.Uri is null ? null : "uri:" + server.Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/').ToUpperInvariant();
}
