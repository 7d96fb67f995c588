namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>The statements that take a run over from a journal.</summary>
internal static class ImportStatements
{
    private const string RunSql = """
        INSERT INTO listmonkps.resend_run (server_id, account_id, name, via, template, plan, state, reason, started_at, ended_at, next_at, last_at)
        SELECT @server, id, @name, @via, @template, @plan, @state, @reason, @started, @now, nullif(@next, 'epoch'::timestamptz), @started
        FROM listmonkps.resend_account WHERE key = @account
        ON CONFLICT (server_id, name) DO NOTHING RETURNING id
        """;

    private const string ItemSql = """
        INSERT INTO listmonkps.resend_item (run_id, subscriber_uuid, subscriber_id, place, state, attempts, next_at, begun_at, ended_at, class, reply_code, reply_text, message_id)
        SELECT @run, uuid, id, place, state, attempts, coalesce(next_at, 'epoch'), begun_at, ended_at, class, reply_code, reply_text, message_id
        FROM unnest(@uuids, @ids, @places, @states, @attempts, @nexts, @begins, @ends, @classes, @codes, @texts, @messages)
            AS i(uuid, id, place, state, attempts, next_at, begun_at, ended_at, class, reply_code, reply_text, message_id)
        ON CONFLICT (run_id, subscriber_uuid) DO NOTHING
        """;

    private const string PersonSql = """
        INSERT INTO listmonkps.resend_person AS p (server_id, subscriber_uuid, sent, last_at, begun_at, begun_run)
        SELECT @server, subscriber_uuid, CASE WHEN state IN (3, 4) THEN 1 ELSE 0 END, CASE WHEN state IN (3, 4) THEN ended_at END,
            CASE WHEN state = 7 THEN begun_at END, @run
        FROM listmonkps.resend_item WHERE run_id = @run AND state IN (3, 4, 7)
        ON CONFLICT (server_id, subscriber_uuid) DO UPDATE SET
            sent = p.sent + EXCLUDED.sent, last_at = greatest(p.last_at, EXCLUDED.last_at),
            begun_at = greatest(p.begun_at, EXCLUDED.begun_at), begun_run = CASE WHEN EXCLUDED.begun_at IS NULL THEN p.begun_run ELSE EXCLUDED.begun_run END
        """;

    private const string UseSql = """
        INSERT INTO listmonkps.resend_use AS u (account_id, slot, used)
        SELECT (SELECT account_id FROM listmonkps.resend_run WHERE id = @run), slot, count(*) FROM unnest(@slots) slot GROUP BY slot
        ON CONFLICT (account_id, slot) DO UPDATE SET used = u.used + EXCLUDED.used
        """;

    /// <summary>The row of a run; no row when the name is taken.</summary>
    public static LedgerCommand Run(int server, LedgerRun run, DateTimeOffset now) => new(
        RunSql,
        ("server", server), ("name", run.Name), ("via", run.Identity.Via.ToString()), ("template", run.Identity.Template), ("plan", run.Identity.Plan),
        ("account", run.Identity.Account), ("state", (run.State == OptInResendRunState.Running ? OptInResendRunState.Stopped : run.State).ToString()),
        ("reason", run.Reason), ("started", run.StartedAt), ("now", now), ("next", run.NextAt ?? DateTimeOffset.UnixEpoch));

    /// <summary>The people of a run; who was begun without an end is in doubt.</summary>
    public static LedgerCommand Items(long run, IReadOnlyList<(LedgerItem Item, DateTimeOffset? BegunAt)> items) => new(
        ItemSql,
        ("run", run),
        ("uuids", items.Select(pair => pair.Item.Target.Uuid).ToArray()), ("ids", items.Select(pair => pair.Item.Target.Id).ToArray()),
        ("places", items.Select(pair => pair.Item.Place).ToArray()),
        ("states", items.Select(pair => (short)(pair.Item.State == LedgerState.Begun ? LedgerState.InDoubt : pair.Item.State)).ToArray()),
        ("attempts", items.Select(pair => (short)pair.Item.Attempts).ToArray()),
        ("nexts", items.Select(pair => pair.Item.NextAt?.UtcDateTime).ToArray()), ("begins", items.Select(pair => pair.BegunAt?.UtcDateTime).ToArray()),
        ("ends", items.Select(pair => (pair.Item.EndedAt ?? pair.BegunAt)?.UtcDateTime).ToArray()),
        ("classes", items.Select(pair => pair.Item.Class?.ToString()).ToArray()), ("codes", items.Select(pair => pair.Item.ReplyCode).ToArray()),
        ("texts", items.Select(pair => pair.Item.ReplyText).ToArray()), ("messages", items.Select(pair => pair.Item.MessageId).ToArray()));

    /// <summary>What the run says of its people over all runs.</summary>
    public static LedgerCommand People(int server, long run) => new(PersonSql, ("server", server), ("run", run));

    /// <summary>What the run has used of its account.</summary>
    public static LedgerCommand Use(long run, IReadOnlyList<DateTimeOffset> begins) =>
        new(UseSql, ("run", run), ("slots", begins.Select(at => BeginRule.SlotOf(at).UtcDateTime).ToArray()));
}
