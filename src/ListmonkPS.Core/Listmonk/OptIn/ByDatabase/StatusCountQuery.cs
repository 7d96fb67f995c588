using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts people by list and states, from the base tables: the views that listmonk keeps may be a day old (G45).</summary>
internal static class StatusCountQuery
{
    private const string Counts = """
        SELECT sl.list_id, s.status::text, sl.status::text, count(*)
        FROM subscribers s LEFT JOIN subscriber_lists sl ON sl.subscriber_id = s.id
        GROUP BY sl.list_id, s.status, sl.status ORDER BY sl.list_id NULLS LAST, s.status, sl.status
        """;

    /// <summary>The counts, by list number, those on no list last.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="session">Name of the session.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<SubscriberStatusCount>> ReadAsync(NpgsqlConnection connection, string session, CancellationToken cancellation)
    {
        Dictionary<int, ListRow> lists = (await ListQuery.ReadAsync(connection, cancellation)).ToDictionary(list => list.Id);
        await using NpgsqlCommand command = new(Counts, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<SubscriberStatusCount> counts = [];
        while (await reader.ReadAsync(cancellation))
        {
            int? id = reader.IsDBNull(0) ? null : reader.GetInt32(0);
            ListRow? list = id is { } number ? lists.GetValueOrDefault(number) : null;
            counts.Add(new SubscriberStatusCount
            {
                ListId = id,
                ListName = list?.Name ?? "",
                OptIn = list?.OptIn,
                SubscriberStatus = reader.GetString(1),
                SubscriptionStatus = reader.IsDBNull(2) ? null : reader.GetString(2),
                Count = reader.GetInt64(3),
                Session = session,
            });
        }

        return counts;
    }
}
