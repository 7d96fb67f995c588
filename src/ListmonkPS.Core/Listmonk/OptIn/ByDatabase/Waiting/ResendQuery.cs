using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>Reads from the ledger of resends, where this database has one, what was sent to somebody before.</summary>
internal static class ResendQuery
{
    private const string Sight = """
        SELECT coalesce(has_schema_privilege(n.oid, 'USAGE') AND bool_and(has_table_privilege(c.oid, 'SELECT')) AND count(*) = 2, false)
        FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname IN ('resend_person', 'resend_server')
        WHERE n.nspname = 'listmonkps' GROUP BY n.oid
        """;

    /// <summary>Servers are known in a ledger by their cluster and database, so that a copied database is another server.</summary>
    private const string Server = """
        (SELECT id FROM listmonkps.resend_server WHERE key = 'pg:' || (SELECT system_identifier FROM pg_control_system()) || '/' || current_database())
        """;

    private const string People = $"""
        SELECT p.subscriber_uuid, p.sent, p.last_at FROM listmonkps.resend_person p WHERE p.server_id = {Server} AND p.subscriber_uuid = ANY(@people)
        """;

    /// <summary>What is read of it.</summary>
    public const string Columns = ", r.sent, r.last_at";

    /// <summary>Where it is read, for a subscriber s: by the key, one after the other, and never the whole ledger for a page of people.</summary>
    public const string Join = $"""
        LEFT JOIN LATERAL (
            SELECT p.sent, p.last_at FROM listmonkps.resend_person p WHERE p.server_id = {Server} AND p.subscriber_uuid = s.uuid LIMIT 1
        ) r ON true
        """;

    /// <summary>Whether there is a ledger here, and our role may read it.</summary>
    public static async Task<LedgerSight> SeesLedgerAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Sight, connection);
        return await command.ExecuteScalarAsync(cancellation) switch
        {
            true => LedgerSight.Seen,
            false => LedgerSight.Hidden,
            _ => LedgerSight.Absent, // no row: there are no such tables
        };
    }

    /// <summary>What was sent to the person of a row.</summary>
    /// <param name="reader">The row.</param>
    /// <param name="column">The first of the columns.</param>
    public static PastResends Of(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? default : new PastResends(reader.GetInt32(column), DatabaseTime.At(reader, column + 1));

    /// <summary>What was sent to these people; who was sent nothing is not among them.</summary>
    public static async Task<Dictionary<Guid, PastResends>> ReadAsync(
        NpgsqlConnection connection, IEnumerable<DuePerson> people, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(People, connection);
        command.Parameters.AddWithValue("people", people.Select(person => person.SubscriberUuid).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<Guid, PastResends> resends = [];
        while (await reader.ReadAsync(cancellation))
            resends.Add(reader.GetGuid(0), Of(reader, 1));
        return resends;
    }
}
