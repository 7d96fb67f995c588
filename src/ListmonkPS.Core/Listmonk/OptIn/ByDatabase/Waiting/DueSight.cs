using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>What our role sees besides the people themselves; asked of PostgreSQL, never tried.</summary>
/// <param name="SeesBounces">True when it may read the table bounces.</param>
/// <param name="Ledger">Whether there is a ledger of resends in this database, and it may read it.</param>
/// <param name="RootUrl">app.root_url as stored; null when there is no such row or it may not be read.</param>
internal sealed record DueSight(bool SeesBounces, LedgerSight Ledger, string? RootUrl)
{
    private const string Rights = """
        SELECT coalesce(has_table_privilege(to_regclass('bounces')::oid, 'SELECT'), false),
               coalesce(has_table_privilege(to_regclass('settings')::oid, 'SELECT'), false)
        """;

    private const string Root = "SELECT value #>> '{}' FROM settings WHERE key = 'app.root_url' AND jsonb_typeof(value) = 'string'";

    /// <summary>What is seen now.</summary>
    public static async Task<DueSight> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        bool seesBounces, seesSettings;
        await using (NpgsqlCommand rights = new(Rights, connection))
        {
            await using NpgsqlDataReader reader = await rights.ExecuteReaderAsync(cancellation);
            await reader.ReadAsync(cancellation);
            (seesBounces, seesSettings) = (reader.GetBoolean(0), reader.GetBoolean(1));
        }

        LedgerSight ledger = await ResendQuery.SeesLedgerAsync(connection, cancellation);
        await using NpgsqlCommand root = new(Root, connection);
        return new DueSight(seesBounces, ledger, seesSettings ? await root.ExecuteScalarAsync(cancellation) as string : null);
    }
}
