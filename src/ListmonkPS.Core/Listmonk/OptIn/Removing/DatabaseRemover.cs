using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.Removing;

/// <summary>Removes by the database: what was confirmed meanwhile stays, since each row is asked again as it is deleted.</summary>
/// <param name="database">Where.</param>
internal sealed class DatabaseRemover(ListmonkDatabase database) : IRemover
{
    private const string Stale = """
        sl.subscriber_id = ANY(@ids) AND sl.list_id = ANY(@asking) AND sl.status = 'unconfirmed'::subscription_status
        """;

    private const string FindSql = $"""
        SELECT s.id, s.uuid, s.email, s.name, {WaitingRows.Oldest}, array_agg(sl.list_id ORDER BY sl.list_id), s.attribs::text, s.created_at,
            NOT EXISTS (SELECT FROM subscriber_lists o WHERE o.subscriber_id = s.id
                AND NOT (o.status = 'unconfirmed'::subscription_status AND o.list_id = ANY(@asking)))
        FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
        WHERE {Stale} AND s.status = 'enabled'::subscriber_status
        GROUP BY s.id HAVING max(coalesce(sl.created_at, 'epoch')) < @before ORDER BY s.id
        """;

    private const string RemoveSql = $"""
        WITH gone AS (
            DELETE FROM subscriber_lists sl USING subscribers s
            WHERE {Stale} AND coalesce(sl.created_at, 'epoch') < @before AND s.id = sl.subscriber_id AND s.status = 'enabled'::subscriber_status
            RETURNING sl.subscriber_id)
        SELECT DISTINCT subscriber_id FROM gone
        """;

    private const string RemovePeopleSql =
        "DELETE FROM subscribers s WHERE s.id = ANY(@ids) AND NOT EXISTS (SELECT FROM subscriber_lists sl WHERE sl.subscriber_id = s.id)";

    /// <inheritdoc/>
    public int PeopleAtOnce => 500;

    /// <summary>True when our role may remove.</summary>
    public static async Task<bool> MayRemoveAsync(ListmonkDatabase database, CancellationToken cancellation) => await database.ReadAsync(
        async (connection, token) =>
        {
            await using NpgsqlCommand command = new(
                "SELECT has_table_privilege('subscribers', 'DELETE') AND has_table_privilege('subscriber_lists', 'DELETE') AND NOT pg_is_in_recovery()", connection);
            return await command.ExecuteScalarAsync(token) is true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StalePerson>> FindAsync(int[] ids, StaleRule rule, CancellationToken cancellation) => database.ReadAsync(
        (connection, token) => ReadAsync(connection, ids, rule, token), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlySet<int>> RemoveAsync(IReadOnlyList<StalePerson> people, StaleRule rule, CancellationToken cancellation) => database.WriteAsync(
        async (connection, _, token) =>
        {
            HashSet<int> removed = [];
            await using (NpgsqlCommand command = Command(RemoveSql, connection, [.. people.Select(one => one.Person.SubscriberId)], rule))
            {
                await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                    removed.Add(reader.GetInt32(0));
            }

            await using NpgsqlCommand whole = new(RemovePeopleSql, connection);
            whole.Parameters.AddWithValue("ids", people.Where(one => one.IsWhole).Select(one => one.Person.SubscriberId).Where(removed.Contains).ToArray());
            await whole.ExecuteNonQueryAsync(token);
            return (IReadOnlySet<int>)removed;
        },
        cancellation);

    private static async Task<IReadOnlyList<StalePerson>> ReadAsync(NpgsqlConnection connection, int[] ids, StaleRule rule, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = Command(FindSql, connection, ids, rule);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<StalePerson> people = [];
        while (await reader.ReadAsync(cancellation))
        {
            DuePerson person = new(
                reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3),
                DatabaseTime.At(reader, 4) ?? DateTimeOffset.UnixEpoch, reader.GetFieldValue<int[]>(5));
            people.Add(new StalePerson(person, reader.GetBoolean(8), reader.GetString(6), DatabaseTime.At(reader, 7)));
        }

        return people;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, int[] ids, StaleRule rule)
    {
        NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddWithValue("asking", rule.AskingLists);
        command.Parameters.AddWithValue("before", rule.Before);
        return command;
    }
}
