using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Which of some people wait for confirmation. The cost grows with those asked for.</summary>
internal static class StillWaitingQuery
{
    private const string Waiting = """
        SELECT s.id, lower(s.email) FROM subscribers s
        WHERE (s.id = ANY(@ids) OR lower(s.email) = ANY(@emails)) AND s.status = 'enabled'::subscriber_status
          AND EXISTS (SELECT 1 FROM subscriber_lists sl WHERE sl.subscriber_id = s.id AND sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@lists))
        """;

    /// <summary>Numbers and lower-case addresses of those who wait.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="ids">Numbers asked for.</param>
    /// <param name="emails">Lower-case addresses asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<(int Id, string Email)>> ReadAsync(
        NpgsqlConnection connection, int[] ids, string[] emails, CancellationToken cancellation)
    {
        IReadOnlyList<ListRow> lists = await ListQuery.ReadAsync(connection, cancellation);
        await using NpgsqlCommand command = new(Waiting, connection);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddWithValue("emails", emails);
        command.Parameters.AddWithValue("lists", lists.Where(list => list.AsksForConfirmation).Select(list => list.Id).ToArray());
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<(int, string)> people = [];
        while (await reader.ReadAsync(cancellation))
            people.Add((reader.GetInt32(0), reader.GetString(1)));
        return people;
    }
}
