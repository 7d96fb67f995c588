using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>Counts who waits for confirmation. The cost grows with the unconfirmed rows, not with all subscribers.</summary>
internal static class WaitingQuery
{
    // OFFSET 0 keeps the thousand look-ups from being made a second pass through the whole table.
    private const string Summary = """
        WITH waiting AS MATERIALIZED (
            SELECT sl.subscriber_id, sl.created_at
            FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
            WHERE sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@lists) AND s.status = 'enabled'::subscriber_status
        ), bulk AS (
            SELECT count(*) AS size FROM waiting GROUP BY date_trunc('second', created_at) HAVING count(*) >= 10
        ), newest AS (
            SELECT max(sl.created_at) AS at
            FROM (SELECT id FROM subscribers ORDER BY id DESC LIMIT 1000) s
            CROSS JOIN LATERAL (SELECT created_at, list_id FROM subscriber_lists WHERE subscriber_id = s.id OFFSET 0) sl
            WHERE sl.list_id = ANY(@lists)
        )
        SELECT (SELECT count(*) FROM (SELECT 1 FROM waiting GROUP BY subscriber_id) people),
               (SELECT count(*) FROM waiting), (SELECT min(created_at) FROM waiting), (SELECT max(created_at) FROM waiting),
               (SELECT coalesce(sum(size), 0)::bigint FROM bulk),
               greatest((SELECT at FROM newest), (SELECT max(created_at) FROM waiting))
        """;

    /// <summary>The figures of now.</summary>
    public static async Task<WaitingSummary> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        IReadOnlyList<ListRow> lists = await ListQuery.ReadAsync(connection, cancellation);
        await using NpgsqlCommand command = new(Summary, connection);
        command.Parameters.AddWithValue("lists", lists.Where(list => list.AsksForConfirmation).Select(list => list.Id).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new WaitingSummary(
            reader.GetInt64(0), reader.GetInt64(1), DatabaseTime.At(reader, 2), DatabaseTime.At(reader, 3), reader.GetInt64(4), DatabaseTime.At(reader, 5));
    }
}
