using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>
/// The statements of the due list, one row a person. No index has the order by age, so the keys of very many people are read at a time, and the rest of
/// them page by page: the cost stays in proportion to the rows.
/// </summary>
internal static class DueQuery
{
    /// <summary>
    /// A page whose numbers lie so close that at most so many others lie between is read as one span of numbers, the others left out here: that is half the
    /// work of looking up each. People who signed up one after the other have such numbers.
    /// </summary>
    private const int OthersInSpan = 2;

    /// <summary>The next keys after one, in order.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="selection">Which people.</param>
    /// <param name="after">The last key that is known.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="keys">Takes them.</param>
    /// <param name="bursts">Counts them, too; null when they are counted already.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    /// <returns>The last of them; <paramref name="after"/> when there is none.</returns>
    public static async Task<DueKey> ReadKeysAsync(
        NpgsqlConnection connection, DueSelection selection, DueKey after, int count, DueKeys keys, SignUpBursts? bursts, CancellationToken cancellation)
    {
        WaitingRows rows = new(selection);
        string sql = $"""
            SELECT oldest, id FROM (
                SELECT {WaitingRows.Oldest} AS oldest, sl.subscriber_id AS id {WaitingRows.Rows} {rows.NotBounced} {rows.WithAddress}
                GROUP BY sl.subscriber_id {rows.Having}
            ) people
            WHERE (oldest, id) > (@afterOldest, @afterId) AND oldest >= @since AND oldest < @before
            ORDER BY oldest, id LIMIT @count
            """;
        await using NpgsqlCommand command = rows.Command(sql, connection);
        command.Parameters.AddWithValue("afterOldest", after.Oldest);
        command.Parameters.AddWithValue("afterId", after.SubscriberId);
        command.Parameters.AddWithValue("since", selection.Since ?? DateTime.UnixEpoch);
        command.Parameters.AddWithValue("before", selection.Before ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        command.Parameters.AddWithValue("count", count);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        DueKey last = after;
        while (await reader.ReadAsync(cancellation))
        {
            last = new DueKey(reader.GetDateTime(0), reader.GetInt32(1));
            keys.Add(last.SubscriberId);
            bursts?.Add(last.Oldest);
        }

        return last;
    }

    /// <summary>Those of some people who still wait, by number; others may be among them.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="selection">Which people.</param>
    /// <param name="ids">Numbers of the people.</param>
    /// <param name="people">Takes them; used again for each page, since a new one as large would be a burden to the heap.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    public static async Task ReadPeopleAsync(
        NpgsqlConnection connection, DueSelection selection, ArraySegment<int> ids, Dictionary<int, DuePerson> people, CancellationToken cancellation)
    {
        people.Clear();
        WaitingRows rows = new(selection);
        (int lowest, int highest) = (ids.Min(), ids.Max());
        bool isSpan = (highest - (long)lowest) / (1 + OthersInSpan) < ids.Count;
        string which = isSpan
            ? "s.id BETWEEN @lowest AND @highest AND sl.subscriber_id BETWEEN @lowest AND @highest"
            : "s.id = ANY(@ids)";
        string sql = $"""
            SELECT s.id, s.uuid, s.email, s.name, {WaitingRows.Oldest}, {Early(selection)}, min(sl.list_id), count(*), array_agg(sl.list_id)
            {WaitingRows.Rows} AND {which} GROUP BY s.id {rows.Having}
            """;
        await using NpgsqlCommand command = rows.Command(sql, connection);
        AddEarly(command, selection);
        if (isSpan)
        {
            command.Parameters.AddWithValue("lowest", lowest);
            command.Parameters.AddWithValue("highest", highest);
        }
        else
        {
            command.Parameters.AddWithValue("ids", ids.ToArray());
        }

        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            people.Add(reader.GetInt32(0), PersonOf(reader));
    }

    private static DuePerson PersonOf(NpgsqlDataReader reader)
    {
        return new DuePerson(
            reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3),
            new DateTimeOffset(reader.GetDateTime(4), TimeSpan.Zero), ListsOf(reader), reader.GetBoolean(5));
    }

    /// <summary>Most wait on one list, whose number costs a fraction of what an array does.</summary>
    private static int[] ListsOf(NpgsqlDataReader reader)
    {
        if (reader.GetInt64(7) == 1)
            return [reader.GetInt32(6)];
        int[] lists = reader.GetFieldValue<int[]>(8);
        Array.Sort(lists);
        return lists;
    }

    /// <summary>Whether each subscription is older than its list seems to ask.</summary>
    private static string Early(DueSelection selection) => selection.AskedSince.Count == 0
        ? "false"
        : "bool_and(coalesce(sl.created_at < (@askedSince)[array_position(@askedLists, sl.list_id)], false))";

    private static void AddEarly(NpgsqlCommand command, DueSelection selection)
    {
        if (selection.AskedSince.Count == 0)
            return;
        command.Parameters.AddWithValue("askedLists", selection.AskedSince.Keys.ToArray());
        command.Parameters.AddWithValue("askedSince", selection.AskedSince.Values.ToArray());
    }
}
