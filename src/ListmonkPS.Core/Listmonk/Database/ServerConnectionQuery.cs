using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>
/// Since when listmonk has been connected without a break, as far as PostgreSQL shows it: the oldest connection of the role that owns the tables. listmonk makes its connections anew every five minutes by
/// default (contract 7), so this bounds a start only from below; of other roles only members of pg_read_all_stats see it.
/// </summary>
internal static class ServerConnectionQuery
{
    private const string Oldest = """
        SELECT min(a.backend_start) FROM pg_catalog.pg_stat_activity a
        JOIN pg_catalog.pg_class c ON c.oid = to_regclass('settings') JOIN pg_catalog.pg_roles r ON r.oid = c.relowner AND r.rolname = a.usename
        WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND a.application_name <> 'ListmonkPS'
        """;

    /// <summary>The begin of the oldest connection; null when none is seen.</summary>
    public static async Task<DateTimeOffset?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Oldest, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? DatabaseTime.At(reader, 0) : null;
    }
}
