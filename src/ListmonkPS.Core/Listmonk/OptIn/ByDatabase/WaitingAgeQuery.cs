using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts those who wait by age, each person once, by the oldest subscription that waits. The cost grows with the unconfirmed rows.</summary>
internal static class WaitingAgeQuery
{
    private const string Ages = """
        SELECT width_bucket(extract(epoch FROM @now - oldest)::double precision, @bounds), count(*), min(oldest) FROM (
            SELECT min(sl.created_at) AS oldest FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
            WHERE sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@lists) AND s.status = 'enabled'::subscriber_status
            GROUP BY sl.subscriber_id) people
        GROUP BY 1 ORDER BY 1
        """;

    /// <summary>Count and oldest of each age, by its place among the bounds.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="bounds">Where an age begins, ascending.</param>
    /// <param name="now">The time now.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<(int Age, long People, DateTimeOffset? Oldest)>> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<TimeSpan> bounds, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<ListRow> lists = await ListQuery.ReadAsync(connection, cancellation);
        await using NpgsqlCommand command = new(Ages, connection);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        command.Parameters.AddWithValue("bounds", bounds.Select(bound => bound.TotalSeconds).ToArray());
        command.Parameters.AddWithValue("lists", lists.Where(list => list.AsksForConfirmation).Select(list => list.Id).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<(int, long, DateTimeOffset?)> ages = [];
        while (await reader.ReadAsync(cancellation))
            ages.Add((reader.IsDBNull(0) ? bounds.Count : reader.GetInt32(0), reader.GetInt64(1), DatabaseTime.At(reader, 2)));
        return ages;
    }
}
