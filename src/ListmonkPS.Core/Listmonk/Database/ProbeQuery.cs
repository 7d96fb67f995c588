using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Database.Troubles;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>The first look at a database: is listmonk in it, and what may this role do.</summary>
internal static class ProbeQuery
{
    /// <summary>One row a table: found by the search path, readable.</summary>
    private const string Tables = """
        SELECT name, to_regclass(name) IS NOT NULL,
               coalesce(has_table_privilege(to_regclass(name)::oid, 'SELECT'), false)
        FROM unnest(@names) WITH ORDINALITY AS wanted(name, place) ORDER BY place
        """;

    /// <summary>Schemas that hold a table of that name, whether or not we may look into them.</summary>
    private const string Elsewhere = """
        SELECT n.nspname, has_schema_privilege(n.oid, 'USAGE')
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = @table AND c.relkind IN ('r', 'p') ORDER BY 2 DESC, 1 LIMIT 1
        """;

    // Distributions append their package name to the version, after a blank.
    private const string Server = """
        SELECT split_part(current_setting('server_version'), ' ', 1), current_database(), current_user,
               NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off',
               coalesce(has_table_privilege(to_regclass('settings')::oid, 'INSERT'), false),
               coalesce(has_table_privilege(to_regclass('settings')::oid, 'UPDATE'), false)
        """;

    private const string Migrations = "SELECT value::text FROM settings WHERE key = 'migrations'";

    private const string Campaigns = "SELECT count(*) FROM campaigns WHERE status = 'running'::campaign_status";

    /// <summary>Reads what there is to know.</summary>
    /// <param name="connection">An open connection in a read only transaction.</param>
    /// <param name="place">Where the database is, for the failure.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<DatabaseInfo> ReadAsync(NpgsqlConnection connection, string place, CancellationToken cancellation)
    {
        await using NpgsqlCommand server = new(Server, connection);
        await using NpgsqlDataReader reader = await server.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        string version = HarmlessText.Of(reader.GetString(0));
        string name = HarmlessText.Of(reader.GetString(1));
        string user = reader.GetString(2);
        (bool takesWrites, bool mayInsert, bool mayUpdate) = (reader.GetBoolean(3), reader.GetBoolean(4), reader.GetBoolean(5));
        await reader.CloseAsync();

        (string[] readable, string? absent) = await FindTablesAsync(connection, cancellation);
        DatabaseRights rights = new(place, MissingRight.Quoted(user), readable, mayInsert, mayUpdate);
        Failure? problem = absent is null
            ? rights.MissingFor(ListmonkTables.Names)
            : await FindElsewhereAsync(connection, place, absent, rights.Role, cancellation);
        string? migration = absent is null && readable.Contains("settings") ? LastOf(await TextAsync(connection, Migrations, cancellation)) : null;
        long? campaigns = absent is null && readable.Contains("campaigns") ? await CountAsync(connection, Campaigns, cancellation) : null;
        return new DatabaseInfo(
            version, name, HarmlessText.Of(user), migration, rights, takesWrites && mayInsert && mayUpdate, campaigns, problem);
    }

    /// <summary>The tables that may be read, and the first of those that are needed which is not found by the search path.</summary>
    private static async Task<(string[] Readable, string? Absent)> FindTablesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Tables, connection);
        command.Parameters.AddWithValue("names", ListmonkTables.Known.ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<string> readable = [];
        string? absent = null;
        while (await reader.ReadAsync(cancellation))
        {
            string table = reader.GetString(0);
            if (!reader.GetBoolean(1))
                absent ??= ListmonkTables.Names.Contains(table) ? table : null;
            else if (reader.GetBoolean(2))
                readable.Add(table);
        }

        return ([.. readable], absent);
    }

    private static async Task<Failure> FindElsewhereAsync(
        NpgsqlConnection connection, string place, string table, string role, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Elsewhere, connection);
        command.Parameters.AddWithValue("table", table);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        return !await reader.ReadAsync(cancellation) ? DatabaseFailures.NotListmonkDatabase(place, table)
            : reader.GetBoolean(1) ? DatabaseFailures.TablesNotInSearchPath(place, HarmlessText.Of(reader.GetString(0)))
            : MissingRight.OnSchema(place, reader.GetString(0), role);
    }

    private static async Task<string?> TextAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(cancellation) as string;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(cancellation) is long count ? count : 0;
    }

    private static string? LastOf(string? json)
    {
        if (json is null)
            return null;
        try
        {
            return JsonNode.Parse(json) is JsonArray { Count: > 0 } items && items[^1] is JsonValue last && last.TryGetValue(out string? text)
                ? HarmlessText.Of(text)
                : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null; // no version can be told from it; what is wrong with the row is for a check to say
        }
    }
}
