using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>
/// Finds lists that seem to have been single opt-in at first (G11): nothing records that change, but the list was changed, and many came before the first
/// who confirmed. Their members of then are unconfirmed by nature, and never asked for a mail.
/// </summary>
internal static class AskedSinceQuery
{
    private const string Sql = """
        SELECT list_id, first FROM (
            SELECT list_id, min(created_at) AS first FROM subscriber_lists
            WHERE status = 'confirmed'::subscription_status AND list_id = ANY(@lists) AND isfinite(created_at) GROUP BY list_id
        ) confirmed
        WHERE @fewest <= (SELECT count(*) FROM (
            SELECT FROM subscriber_lists sl
            WHERE sl.list_id = confirmed.list_id AND sl.status = 'unconfirmed'::subscription_status AND sl.created_at < first LIMIT @fewest
        ) before)
        """;

    /// <summary>When the first confirmed subscription of each such list was made, in UTC.</summary>
    public static async Task<IReadOnlyDictionary<int, DateTime>> ReadAsync(
        NpgsqlConnection connection, IEnumerable<ListRow> lists, CancellationToken cancellation)
    {
        Dictionary<int, DateTime> since = [];
        int[] changed = [.. lists.Where(list => list.AsksForConfirmation && list.HasChanged).Select(list => list.Id)];
        if (changed.Length == 0)
            return since;
        await using NpgsqlCommand command = new(Sql, connection);
        command.Parameters.AddWithValue("lists", changed);
        command.Parameters.AddWithValue("fewest", DueSelection.FewestEarly);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            since.Add(reader.GetInt32(0), reader.GetDateTime(1));
        return since;
    }
}
