using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>The statements that take people in hand, count them and show them.</summary>
internal static class ItemStatements
{
    private const string Take = """
        WITH picked AS (
            SELECT subscriber_uuid FROM listmonkps.resend_item
            WHERE run_id = @run AND state IN (0, 5) AND next_at <= @now ORDER BY next_at, place LIMIT @count FOR UPDATE SKIP LOCKED)
        UPDATE listmonkps.resend_item i SET state = 1, worker_id = @worker FROM picked
        WHERE i.run_id = @run AND i.subscriber_uuid = picked.subscriber_uuid
        RETURNING i.subscriber_uuid, i.subscriber_id, i.state, i.attempts, i.place, i.next_at, i.ended_at, i.class, i.reply_code, i.reply_text, i.message_id
        """;

    private const string CountSql = """
        SELECT state, CASE WHEN state = 6 THEN class END, count(*), min(next_at) FILTER (WHERE state = 5)
        FROM listmonkps.resend_item WHERE run_id = @run GROUP BY 1, 2
        """;

    private const string PageSql = """
        SELECT subscriber_uuid, subscriber_id, state, attempts, place, next_at, coalesce(ended_at, begun_at), class, reply_code, reply_text, message_id
        FROM listmonkps.resend_item WHERE run_id = @run AND (place, subscriber_uuid) > (@place, @uuid) AND state = ANY(@states) ORDER BY place, subscriber_uuid LIMIT @count
        """;

    private const string PeopleSql = """
        SELECT p.subscriber_uuid, p.sent, p.last_at, p.begun_at
        FROM listmonkps.resend_person p WHERE p.server_id = @server AND p.subscriber_uuid = ANY(@uuids)
        """;

    /// <summary>Takes people in hand whose time has come.</summary>
    public static LedgerCommand Claim(LedgerRun run, WorkerIdentity worker, int count, DateTimeOffset now) =>
        new(Take, ("run", run.Id), ("worker", worker.Id), ("count", count), ("now", now));

    /// <summary>Counts people by state.</summary>
    public static LedgerCommand Count(LedgerRun run) => new(CountSql, ("run", run.Id));

    /// <summary>A page of people in their order. Two machines that fill a run at the same time may give one place to two people: the UUID tells them apart.</summary>
    /// <param name="run">The run.</param>
    /// <param name="after">Last of the page before; null for the first page.</param>
    /// <param name="states">States that are wanted.</param>
    /// <param name="count">Longest page.</param>
    public static LedgerCommand Page(LedgerRun run, LedgerItem? after, short[] states, int count) => new(
        PageSql, ("run", run.Id), ("place", after?.Place ?? -1), ("uuid", after?.Target.Uuid ?? Guid.Empty), ("states", states), ("count", count));

    /// <summary>What is known of people over all runs.</summary>
    public static LedgerCommand People(int server, Guid[] people) => new(PeopleSql, ("server", server), ("uuids", people));

    /// <summary>Makes those due again whose outcome is not known.</summary>
    public static LedgerCommand RetryInDoubt(LedgerRun run) =>
        new("UPDATE listmonkps.resend_item SET state = 0, next_at = 'epoch', worker_id = NULL WHERE run_id = @run AND state = 7", ("run", run.Id));

    /// <summary>The person in a row of <see cref="Claim"/> or <see cref="Page"/>.</summary>
    public static LedgerItem Read(NpgsqlDataReader row) => new(new ResendTarget(row.GetInt32(1), row.GetGuid(0)), (LedgerState)row.GetInt16(2), row.GetInt16(3))
    {
        Place = row.GetInt32(4),
        NextAt = DatabaseTime.At(row, 5),
        EndedAt = DatabaseTime.At(row, 6),
        Class = row.IsDBNull(7) ? null : Enum.Parse<SmtpReplyClass>(row.GetString(7)),
        ReplyCode = row.IsDBNull(8) ? null : row.GetInt32(8),
        ReplyText = row.GetString(9),
        MessageId = row.IsDBNull(10) ? null : row.GetString(10),
    };

    /// <summary>What is known of the person in a row of <see cref="People"/>.</summary>
    public static (Guid Uuid, LedgerPerson Person) ReadPerson(NpgsqlDataReader row) =>
        (row.GetGuid(0), new LedgerPerson(row.GetInt32(1), DatabaseTime.At(row, 2), DatabaseTime.At(row, 3)));

    /// <summary>The figures in the rows of <see cref="Count"/>.</summary>
    public static LedgerFigures ReadFigures(IReadOnlyList<(LedgerState State, string? Class, long Count, DateTimeOffset? Next)> rows) => new(
        rows.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
        rows.Min(row => row.Next),
        rows.Where(row => row.Class is not null).ToDictionary(row => Enum.Parse<SmtpReplyClass>(row.Class!), row => row.Count));

    /// <summary>One row of <see cref="Count"/>.</summary>
    public static (LedgerState State, string? Class, long Count, DateTimeOffset? Next) ReadCount(NpgsqlDataReader row) =>
        ((LedgerState)row.GetInt16(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetInt64(2), DatabaseTime.At(row, 3));
}
