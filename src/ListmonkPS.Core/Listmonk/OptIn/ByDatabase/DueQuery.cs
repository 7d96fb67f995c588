using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>
/// The statements of the due list (contract 2.5): enabled people with unconfirmed rows on the lists given, one row a person. No index has the order by age,
/// so the keys of very many people are read at a time, and the rest of them page by page: the cost stays in proportion to the rows.
/// </summary>
internal static class DueQuery
{
    /// <summary>The age that orders people; kept within what a .NET time can hold, and never null (both can only come from edits by SQL).</summary>
    private const string Oldest = "least(greatest(coalesce(min(sl.created_at), 'epoch'), 'epoch'), '9999-12-30 00:00+00')";

    private const string Waiting = """
        FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
        WHERE sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@asking) AND s.status = 'enabled'::subscriber_status
        """;

    private const string Keys = $"""
        SELECT oldest, id FROM (
            SELECT {Oldest} AS oldest, s.id {Waiting}
            GROUP BY s.id HAVING bool_or(sl.list_id = ANY(@wanted))
        ) people
        WHERE (oldest, id) > (@afterOldest, @afterId) AND oldest >= @since AND oldest < @before
        ORDER BY oldest, id LIMIT @count
        """;

    private const string People = $"""
        SELECT s.id, s.uuid, s.email, s.name, {Oldest}, array_agg(sl.list_id ORDER BY sl.list_id) {Waiting} AND s.id = ANY(@ids)
        GROUP BY s.id HAVING bool_or(sl.list_id = ANY(@wanted))
        """;

    /// <summary>The next keys after one, in order.</summary>
    public static async Task<List<DueKey>> ReadKeysAsync(
        NpgsqlConnection connection, DueSelection selection, DueKey after, int count, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Keys, connection);
        AddLists(command, selection);
        command.Parameters.AddWithValue("afterOldest", after.Oldest);
        command.Parameters.AddWithValue("afterId", after.SubscriberId);
        command.Parameters.AddWithValue("since", selection.Since ?? DateTime.UnixEpoch);
        command.Parameters.AddWithValue("before", selection.Before ?? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc));
        command.Parameters.AddWithValue("count", count);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<DueKey> keys = [];
        while (await reader.ReadAsync(cancellation))
            keys.Add(new DueKey(reader.GetDateTime(0), reader.GetInt32(1)));
        return keys;
    }

    /// <summary>Those of some people who still wait, by number.</summary>
    public static async Task<Dictionary<int, DuePerson>> ReadPeopleAsync(
        NpgsqlConnection connection, DueSelection selection, int[] ids, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(People, connection);
        AddLists(command, selection);
        command.Parameters.AddWithValue("ids", ids);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<int, DuePerson> people = new(ids.Length);
        while (await reader.ReadAsync(cancellation))
        {
            DuePerson person = new(
                reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3),
                DatabaseTime.At(reader, 4) ?? DateTimeOffset.UnixEpoch, reader.GetFieldValue<int[]>(5));
            people.Add(person.SubscriberId, person);
        }

        return people;
    }

    private static void AddLists(NpgsqlCommand command, DueSelection selection)
    {
        command.Parameters.AddWithValue("asking", selection.AskingLists);
        command.Parameters.AddWithValue("wanted", selection.WantedLists);
    }
}
