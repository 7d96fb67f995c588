namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>
/// The statements of the marks. Each takes many people at once, and changes nothing when it is done a second time: what it changes, it finds by the state before.
/// </summary>
internal static class MarkStatements
{
    /// <summary>A mark has to be on disk when it is committed, also where the server's setting lets commits run ahead of the disk.</summary>
    private const string Durable = "SELECT set_config('synchronous_commit', 'on', true) WHERE current_setting('synchronous_commit') = 'off'";

    private const string EndSql = """
        WITH marks AS (
            SELECT * FROM unnest(@uuids, @states, @ats, @nexts, @classes, @codes, @texts, @messages)
                AS m(uuid, state, at, next_at, class, reply_code, reply_text, message_id)),
        done AS (
            UPDATE listmonkps.resend_item i SET
                state = m.state, attempts = i.attempts - CASE WHEN m.state = 0 AND i.state <> 1 THEN 1 ELSE 0 END,
                next_at = coalesce(m.next_at, CASE WHEN m.state = 0 THEN 'epoch' ELSE i.next_at END),
                ended_at = CASE WHEN m.state = 0 THEN i.ended_at ELSE m.at END, worker_id = NULL,
                class = coalesce(m.class, i.class), reply_code = m.reply_code, reply_text = m.reply_text, message_id = coalesce(m.message_id, i.message_id)
            FROM marks m WHERE i.run_id = @run AND i.subscriber_uuid = m.uuid AND i.worker_id = @worker AND i.state IN (1, 2, 7)
            RETURNING i.subscriber_uuid, m.state, m.at)
        UPDATE listmonkps.resend_person p SET
            sent = p.sent + CASE WHEN d.state IN (3, 4) THEN 1 ELSE 0 END,
            last_at = CASE WHEN d.state IN (3, 4) THEN d.at ELSE p.last_at END,
            begun_at = CASE WHEN d.state = 7 THEN p.begun_at END
        FROM done d WHERE p.server_id = @server AND p.subscriber_uuid = d.subscriber_uuid AND p.begun_run = @run
        """;

    private const string BeginSql = $"""
        WITH wanted AS (SELECT uuid, n FROM unnest(@uuids) WITH ORDINALITY AS w(uuid, n)),
        mine AS (
            SELECT w.uuid, w.n, i.state FROM wanted w JOIN listmonkps.resend_item i ON i.run_id = @run AND i.subscriber_uuid = w.uuid
            WHERE i.worker_id = @worker AND i.state IN (1, 2)),
        room AS (
            SELECT CASE WHEN @limit < 0 THEN 2147483647 ELSE @limit - {AccountStatements.UsedOfRun} END AS free),
        allowed AS (SELECT uuid FROM (SELECT uuid, row_number() OVER (ORDER BY n) AS r FROM mine WHERE state = 1) f, room WHERE f.r <= room.free),
        person AS (
            INSERT INTO listmonkps.resend_person AS p (server_id, subscriber_uuid, begun_at, begun_run)
            SELECT @server, uuid, @now, @run FROM allowed ORDER BY uuid
            ON CONFLICT (server_id, subscriber_uuid) DO UPDATE SET begun_at = @now, begun_run = @run
                WHERE (p.last_at IS NULL OR p.last_at <= @recent) AND (p.begun_at IS NULL OR p.begun_run = @run OR p.begun_at <= @recent)
            RETURNING subscriber_uuid),
        begun AS (
            UPDATE listmonkps.resend_item i SET state = 2, attempts = i.attempts + 1, begun_at = @now FROM person
            WHERE i.run_id = @run AND i.subscriber_uuid = person.subscriber_uuid AND i.state = 1 AND i.worker_id = @worker RETURNING i.subscriber_uuid),
        used AS (
            INSERT INTO listmonkps.resend_use AS u (account_id, slot, used)
            SELECT (SELECT account_id FROM listmonkps.resend_run WHERE id = @run), @slot, count(*) FROM begun HAVING count(*) > 0
            ON CONFLICT (account_id, slot) DO UPDATE SET used = u.used + EXCLUDED.used)
        SELECT CASE WHEN m.state = 2 OR b.subscriber_uuid IS NOT NULL THEN 0 WHEN m.uuid IS NULL THEN 1
            WHEN a.uuid IS NULL THEN 3 WHEN p.subscriber_uuid IS NULL THEN 2 ELSE 1 END
        FROM wanted w LEFT JOIN mine m ON m.uuid = w.uuid LEFT JOIN allowed a ON a.uuid = w.uuid
            LEFT JOIN person p ON p.subscriber_uuid = w.uuid LEFT JOIN begun b ON b.subscriber_uuid = w.uuid
        ORDER BY w.n
        """;

    /// <summary>Which result holds the verdicts, when <see cref="WaitForDisk"/>, <see cref="AccountStatements.Lock"/> and <see cref="Begin"/> run in this order: outcomes have none.</summary>
    public const int VerdictResult = 3;

    /// <summary>Makes the commit of this transaction wait for the disk.</summary>
    public static LedgerCommand WaitForDisk() => new(Durable);

    /// <summary>Notes outcomes.</summary>
    public static LedgerCommand End(int server, LedgerRun run, WorkerIdentity worker, IReadOnlyList<OutcomeMark> marks) => new(
        EndSql,
        ("server", server), ("run", run.Id), ("worker", worker.Id),
        ("uuids", marks.Select(mark => mark.Uuid).ToArray()),
        ("states", marks.Select(mark => (short)mark.State).ToArray()),
        ("ats", marks.Select(mark => mark.At.UtcDateTime).ToArray()),
        ("nexts", marks.Select(mark => mark.NextAt?.UtcDateTime).ToArray()),
        ("classes", marks.Select(mark => mark.Class?.ToString()).ToArray()),
        ("codes", marks.Select(mark => mark.ReplyCode).ToArray()),
        ("texts", marks.Select(mark => mark.ReplyText).ToArray()),
        ("messages", marks.Select(mark => mark.MessageId).ToArray()));

    /// <summary>Notes begins; one verdict a row, in order.</summary>
    public static LedgerCommand Begin(int server, LedgerRun run, WorkerIdentity worker, IReadOnlyList<Guid> people, BeginRule rule) => new(
        BeginSql,
        ("server", server), ("run", run.Id), ("worker", worker.Id), ("uuids", people.ToArray()),
        ("now", rule.Now), ("recent", rule.MailedBefore), ("limit", rule.DailyLimit ?? -1), ("day", rule.DayStart), ("slot", rule.Slot));
}
