using System.Globalization;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database.Schema;

/// <summary>
/// Makes the schema "listmonkps" and brings its parts to their version. Only this touches its tables' form; only a command that asked its user may call it.
/// </summary>
/// <param name="database">Where.</param>
internal sealed class SchemaMigrator(ListmonkDatabase database)
{
    /// <summary>Of all that we lock in a database: "lmps".</summary>
    private const long LockKey = 0x6C6D7073;

    private const string Lock = "SELECT pg_advisory_xact_lock(@key)";

    private const string VersionTable = $"""
        CREATE SCHEMA IF NOT EXISTS {SchemaPart.Schema};
        CREATE TABLE IF NOT EXISTS {SchemaPart.Schema}.schema_version (part text PRIMARY KEY, version integer NOT NULL, changed_at timestamptz NOT NULL DEFAULT now())
        """;

    /// <summary>By the catalogue's tables: to_regclass may answer from what this connection knew before it waited for the lock.</summary>
    private const string Exists = $"""
        SELECT EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                       WHERE n.nspname = '{SchemaPart.Schema}' AND c.relname = 'schema_version')
        """;

    private const string Read = $"SELECT version FROM {SchemaPart.Schema}.schema_version WHERE part = @part";

    private const string Write = $"""
        INSERT INTO {SchemaPart.Schema}.schema_version (part, version) VALUES (@part, @version)
        ON CONFLICT (part) DO UPDATE SET version = EXCLUDED.version, changed_at = now()
        """;

    /// <summary>The version of a part that is there; 0 for none. Reads only.</summary>
    /// <exception cref="FailureException">Made by a newer module, or a right is missing.</exception>
    public async Task<int> VersionAsync(SchemaPart part, CancellationToken cancellation)
    {
        int version = await GuardAsync(part, () => database.ReadAsync((connection, token) => ReadAsync(connection, part, token), cancellation));
        return version <= part.Version ? version : throw new FailureException(LedgerFailures.SchemaNewer(database.Place, part.Name, version, part.Version));
    }

    /// <summary>Brings a part to its version; two who do so at the same time do it once.</summary>
    /// <exception cref="FailureException">Made by a newer module, or a right is missing; then nothing is changed.</exception>
    public async Task MigrateAsync(SchemaPart part, CancellationToken cancellation)
    {
        if (await VersionAsync(part, cancellation) == part.Version)
            return;
        await GuardAsync(part, () => database.WriteAsync((connection, _, token) => MigrateAsync(connection, part, token), cancellation));
    }

    private static async Task<int> MigrateAsync(NpgsqlConnection connection, SchemaPart part, CancellationToken cancellation)
    {
        await using (NpgsqlCommand command = new(Lock, connection))
        {
            command.Parameters.AddWithValue("key", LockKey);
            await command.ExecuteNonQueryAsync(cancellation);
        }

        // Somebody else may have done it while we waited for the lock.
        int version = await ReadAsync(connection, part, cancellation);
        if (version == 0)
            await ExecuteAsync(connection, VersionTable, cancellation);
        foreach (string step in part.Steps.Skip(version))
            await ExecuteAsync(connection, step, cancellation);
        await using NpgsqlCommand write = new(Write, connection);
        write.Parameters.AddWithValue("part", part.Name);
        write.Parameters.AddWithValue("version", part.Version);
        return await write.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<int> ReadAsync(NpgsqlConnection connection, SchemaPart part, CancellationToken cancellation)
    {
        await using (NpgsqlCommand exists = new(Exists, connection))
        {
            if (await exists.ExecuteScalarAsync(cancellation) is not true)
                return 0;
        }

        await using NpgsqlCommand command = new(Read, connection);
        command.Parameters.AddWithValue("part", part.Name);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellation) ?? 0, CultureInfo.InvariantCulture);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<T> GuardAsync<T>(SchemaPart part, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (FailureException exception) when (exception.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } refusal)
        {
            throw new FailureException(SchemaRights.Missing(database, part, HarmlessText.Of(refusal.MessageText)), exception);
        }
    }
}
