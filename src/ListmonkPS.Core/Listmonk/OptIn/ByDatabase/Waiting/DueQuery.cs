using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>
/// The statement of the due list: one row a subscription, in the order of the primary key, so that a page costs what it has in it and nothing is sorted or
/// grouped. People are put together on this side.
/// </summary>
internal static class DueQuery
{
    /// <summary>
    /// The pages of the tables and of their keys lie in the same order, more or less, so reading in that order is not random. Without being told so PostgreSQL
    /// takes all that is left, with helpers, and sorts it, towards the end for each page anew: twice the work (measured at a million people).
    /// </summary>
    private const string InOrder = "SET LOCAL random_page_cost = 1; SET LOCAL max_parallel_workers_per_gather = 0;";

    /// <summary>The next rows after one, in order.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="selection">Which people.</param>
    /// <param name="ledger">Whether the ledger of resends is read, too.</param>
    /// <param name="after">The last row that is known.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="group">Takes them.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    /// <returns>The last of them; null when there are no more after these.</returns>
    public static async Task<DueKey?> ReadAsync(
        NpgsqlConnection connection, DueSelection selection, LedgerSight ledger, DueKey after, int count, DueGroup group, CancellationToken cancellation)
    {
        WaitingRows rows = new(selection);
        bool seesLedger = ledger == LedgerSight.Seen;
        string sql = $"""
            {InOrder}
            SELECT s.id, sl.list_id, {WaitingRows.Age}, s.uuid, s.email, s.name{(seesLedger ? ResendQuery.Columns : "")}{Early(selection)}
            {WaitingRows.From} {(seesLedger ? ResendQuery.Join : "")}
            {WaitingRows.Where} AND s.id >= @afterId AND (sl.subscriber_id, sl.list_id) > (@afterId, @afterList)
            {rows.NotBouncedFromHere} {rows.WithAddress} {rows.OfWantedPeople}
            ORDER BY sl.subscriber_id, sl.list_id LIMIT @count
            """;
        await using NpgsqlCommand command = rows.Command(sql, connection);
        command.Parameters.AddWithValue("afterId", after.SubscriberId);
        command.Parameters.AddWithValue("afterList", after.ListId);
        command.Parameters.AddWithValue("count", count);
        AddEarly(command, selection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        bool mayBeEarly = selection.AskedSince.Count > 0;
        DueKey last = after;
        for (; await reader.ReadAsync(cancellation); count--)
        {
            last = new DueKey(reader.GetInt32(0), reader.GetInt32(1));
            DateTimeOffset age = new(reader.GetDateTime(2), TimeSpan.Zero);
            bool isEarly = mayBeEarly && reader.GetBoolean(reader.FieldCount - 1);
            if (group.TryAdd(last, age, isEarly))
                continue;
            group.Begin(last, PersonOf(reader, age, isEarly, ledger, group.SingleOf(last.ListId)));
            await group.GiveAsync(cancellation);
        }

        return count == 0 ? last : null;
    }

    private static DuePerson PersonOf(NpgsqlDataReader reader, DateTimeOffset age, bool isEarly, LedgerSight ledger, int[] lists) =>
        new(reader.GetInt32(0), reader.GetGuid(3), reader.GetString(4), reader.GetString(5), age, lists, isEarly)
        {
            Resends = ledger switch
            {
                LedgerSight.Seen => ResendQuery.Of(reader, 6),
                LedgerSight.Absent => default(PastResends),
                _ => null,
            },
        };

    /// <summary>Whether a subscription is older than its list seems to ask.</summary>
    private static string Early(DueSelection selection) => selection.AskedSince.Count == 0
        ? ""
        : ", coalesce(sl.created_at < (@askedSince)[array_position(@askedLists, sl.list_id)], false)";

    private static void AddEarly(NpgsqlCommand command, DueSelection selection)
    {
        if (selection.AskedSince.Count == 0)
            return;
        command.Parameters.AddWithValue("askedLists", selection.AskedSince.Keys.ToArray());
        command.Parameters.AddWithValue("askedSince", selection.AskedSince.Values.ToArray());
    }
}
