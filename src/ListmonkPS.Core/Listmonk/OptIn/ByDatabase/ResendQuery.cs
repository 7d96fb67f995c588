using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Reads from the ledger of resends, where this database has one, what was sent to somebody before.</summary>
internal static class ResendQuery
{
    private const string Sight = """
        SELECT coalesce(has_schema_privilege(n.oid, 'USAGE') AND bool_and(has_table_privilege(c.oid, 'SELECT')) AND count(*) = 2, false)
        FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname IN ('resend_person', 'resend_server')
        WHERE n.nspname = 'listmonkps' GROUP BY n.oid
        """;

    /// <summary>Servers are known in a ledger by their cluster and database, so that a copied database is another server.</summary>
    private const string People = """
        SELECT p.subscriber_uuid, p.sent, p.last_at
        FROM listmonkps.resend_person p JOIN listmonkps.resend_server s ON s.id = p.server_id
        WHERE s.key = 'pg:' || (SELECT system_identifier FROM pg_control_system()) || '/' || current_database() AND p.subscriber_uuid = ANY(@people)
        """;

    /// <summary>True when there is a ledger here and our role may read it.</summary>
    public static async Task<bool> SeesLedgerAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Sight, connection);
        return await command.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>What was sent to these people; who was sent nothing is not among them.</summary>
    public static async Task<Dictionary<Guid, PastResends>> ReadAsync(
        NpgsqlConnection connection, IEnumerable<DuePerson> people, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(People, connection);
        command.Parameters.AddWithValue("people", people.Select(person => person.SubscriberUuid).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<Guid, PastResends> resends = [];
        while (await reader.ReadAsync(cancellation))
            resends.Add(reader.GetGuid(0), new PastResends(reader.GetInt32(1), DatabaseTime.At(reader, 2)));
        return resends;
    }
}
