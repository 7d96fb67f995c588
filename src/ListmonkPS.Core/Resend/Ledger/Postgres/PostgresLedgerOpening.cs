using System.Globalization;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Schema;
using Npgsql;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>Opens the ledger of a server in a database: to look, without changing anything; or to work, after the tables are made and the rights are there.</summary>
/// <param name="database">Where.</param>
/// <param name="serverKey">Which server.</param>
/// <param name="time">Our clock.</param>
internal sealed class PostgresLedgerOpening(ListmonkDatabase database, string serverKey, TimeProvider time)
{
    private const string MissingRights = """
        SELECT string_agg(t || ' ' || r, ', ') FROM unnest(@tables) t, unnest(@rights) r WHERE NOT has_table_privilege('listmonkps.' || t, r)
        """;

    private const string Server = "SELECT id FROM listmonkps.resend_server WHERE key = @key";

    private const string NewServer = "INSERT INTO listmonkps.resend_server (key) VALUES (@key) ON CONFLICT (key) DO NOTHING";

    private static readonly string[] ToRead = ["SELECT"];
    private static readonly string[] ToWrite = ["SELECT", "INSERT", "UPDATE"];

    /// <summary>The ledger as it is; null when there is none, or none of this server.</summary>
    /// <param name="ownsDatabase">True to close the database with the ledger.</param>
    /// <param name="writes">True when what is there shall be changed.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">Of a newer module, or a right is missing.</exception>
    public async Task<PostgresLedger?> FindAsync(bool ownsDatabase, bool writes, CancellationToken cancellation)
    {
        if (await new SchemaMigrator(database).VersionAsync(LedgerSchema.Part, cancellation) == 0)
            return null;
        (int? server, TimeSpan ahead) = await database.ReadAsync(
            async (connection, token) =>
            {
                await RequireRightsAsync(connection, writes ? ToWrite : ToRead, token);
                return (await ServerAsync(connection, token), await AheadAsync(connection, token));
            },
            cancellation);
        return server is { } id ? new PostgresLedger(database, id, ahead, time, ownsDatabase) : null;
    }

    /// <summary>The ledger, made where it is missing.</summary>
    /// <param name="ownsDatabase">True to close the database with the ledger.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="FailureException">Of a newer module, or a right is missing; then nothing is changed.</exception>
    public async Task<PostgresLedger> OpenAsync(bool ownsDatabase, CancellationToken cancellation)
    {
        await new SchemaMigrator(database).MigrateAsync(LedgerSchema.Part, cancellation);
        (int server, TimeSpan ahead) = await database.WriteAsync(
            async (connection, _, token) =>
            {
                await RequireRightsAsync(connection, ToWrite, token);
                await new LedgerCommand(NewServer, ("key", serverKey)).ExecuteAsync(connection, token);
                return ((await ServerAsync(connection, token))!.Value, await AheadAsync(connection, token));
            },
            cancellation);
        return new PostgresLedger(database, server, ahead, time, ownsDatabase);
    }

    private async Task RequireRightsAsync(NpgsqlConnection connection, string[] rights, CancellationToken cancellation)
    {
        LedgerCommand question = new(MissingRights, ("tables", LedgerSchema.Part.Tables.ToArray()), ("rights", rights));
        if (await question.ScalarAsync(connection, cancellation) is string missing)
            throw new FailureException(SchemaRights.Missing(database, LedgerSchema.Part, missing));
    }

    private async Task<int?> ServerAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        await new LedgerCommand(Server, ("key", serverKey)).ScalarAsync(connection, cancellation) is { } id ? Convert.ToInt32(id, CultureInfo.InvariantCulture) : null;

    /// <summary>How far the database's clock is before ours, measured in the middle of the question.</summary>
    private async Task<TimeSpan> AheadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        DateTimeOffset asked = time.GetUtcNow();
        DateTime there = (DateTime)(await new LedgerCommand("SELECT clock_timestamp()").ScalarAsync(connection, cancellation))!;
        DateTimeOffset answered = time.GetUtcNow();
        return new DateTimeOffset(there, TimeSpan.Zero) - (asked + ((answered - asked) / 2));
    }
}
