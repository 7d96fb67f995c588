using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts what became of people on double opt-in lists. The cost grows with the unsubscribed rows, not with all.</summary>
internal static class PastMembershipQuery
{
    private const string Past = """
        SELECT (SELECT count(*) FROM (
                    SELECT 1 FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
                    WHERE sl.status = 'unsubscribed'::subscription_status AND sl.list_id = ANY(@lists) AND s.status = 'enabled'::subscriber_status
                    GROUP BY sl.subscriber_id) people),
               EXISTS (SELECT 1 FROM subscriber_lists WHERE status = 'confirmed'::subscription_status AND list_id = ANY(@lists)),
               (SELECT count(*) FROM (SELECT id FROM subscribers ORDER BY id DESC LIMIT 1000) s
                WHERE NOT EXISTS (SELECT 1 FROM subscriber_lists sl WHERE sl.subscriber_id = s.id))
        """;

    /// <summary>The figures of now.</summary>
    public static async Task<PastMemberships> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        IReadOnlyList<ListRow> lists = await ListQuery.ReadAsync(connection, cancellation);
        await using NpgsqlCommand command = new(Past, connection);
        command.Parameters.AddWithValue("lists", lists.Where(list => list.AsksForConfirmation).Select(list => list.Id).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new PastMemberships(reader.GetInt64(0), reader.GetBoolean(1), reader.GetInt64(2));
    }
}
