using ListmonkPS.Core.Listmonk.Database;
using Npgsql;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>The statements about runs, and about who works on them.</summary>
/// <param name="server">Number of the server in the ledger.</param>
internal sealed class RunStatements(int server)
{
    private const string Columns =
        "SELECT r.id, r.name, r.via, a.key, r.template, r.plan, r.state, r.reason, r.started_at, r.ended_at, r.next_at FROM listmonkps.resend_run r JOIN listmonkps.resend_account a ON a.id = r.account_id";

    private const string Insert = """
        INSERT INTO listmonkps.resend_run (server_id, account_id, name, via, template, plan, state, started_at, last_at)
        SELECT @server, id, @name, @via, @template, @plan, 'Filling', @now, @now FROM listmonkps.resend_account WHERE key = @account
        ON CONFLICT (server_id, name) DO NOTHING
        """;

    private const string InsertItems = """
        INSERT INTO listmonkps.resend_item (run_id, subscriber_uuid, subscriber_id, place)
        SELECT @run, uuid, id, (SELECT coalesce(max(place), -1) FROM listmonkps.resend_item WHERE run_id = @run) + n
        FROM unnest(@uuids, @ids) WITH ORDINALITY AS p(uuid, id, n)
        ON CONFLICT (run_id, subscriber_uuid) DO NOTHING
        """;

    private const string InsertWorker = """
        INSERT INTO listmonkps.resend_worker (id, run_id, host, process_id, process_start, seen_at) VALUES (@worker, @run, @host, @process, @started, @now)
        ON CONFLICT (id) DO UPDATE SET run_id = EXCLUDED.run_id, seen_at = EXCLUDED.seen_at, ended_at = NULL
        """;

    /// <summary>
    /// What nobody alive has in hand: due again when it was not begun, in doubt when it was. Asked by who lives, not by who has just died: a worker who was
    /// taken for dead may have come back and claimed more, or have left without being able to note what he had.
    /// </summary>
    private const string Free = """
        WITH dead AS (
            UPDATE listmonkps.resend_worker SET ended_at = @now
            WHERE run_id = @run AND ended_at IS NULL AND id <> @worker AND (seen_at < @lost OR id = ANY(@gone)) RETURNING id)
        UPDATE listmonkps.resend_item i SET state = CASE i.state WHEN 1 THEN 0 ELSE 7 END, ended_at = CASE i.state WHEN 1 THEN i.ended_at ELSE i.begun_at END
        WHERE i.run_id = @run AND i.state IN (1, 2) AND i.worker_id <> @worker AND i.worker_id <> ALL(ARRAY(
            SELECT id FROM listmonkps.resend_worker WHERE run_id = @run AND ended_at IS NULL EXCEPT SELECT id FROM dead))
        """;

    private const string GiveBackSql =
        "UPDATE listmonkps.resend_item SET state = 0, worker_id = NULL WHERE run_id = @run AND state IN (1, 2) AND state = 1 AND worker_id = @worker";

    /// <summary>Finds a run by name.</summary>
    public LedgerCommand Find(string name) => new(Columns + " WHERE r.server_id = @server AND r.name = @name", ("server", server), ("name", name));

    /// <summary>All runs, newest first.</summary>
    public LedgerCommand All() => new(Columns + " WHERE r.server_id = @server ORDER BY r.started_at DESC, r.id DESC", ("server", server));

    /// <summary>Makes the row of an account if there is none.</summary>
    public static LedgerCommand Account(string account) =>
        new("INSERT INTO listmonkps.resend_account (key) VALUES (@key) ON CONFLICT (key) DO NOTHING", ("key", account));

    /// <summary>Begins a run; no row when the name is taken.</summary>
    public LedgerCommand Create(RunIdentity run, DateTimeOffset now) => new(
        Insert, ("server", server), ("name", run.Name), ("via", run.Via.ToString()), ("template", run.Template), ("plan", run.Plan), ("account", run.Account), ("now", now));

    /// <summary>Adds people behind those who are there.</summary>
    public static LedgerCommand Add(LedgerRun run, IReadOnlyList<ResendTarget> people) => new(
        InsertItems, ("run", run.Id), ("uuids", people.Select(person => person.Uuid).ToArray()), ("ids", people.Select(person => person.Id).ToArray()));

    /// <summary>Enters a worker.</summary>
    public static LedgerCommand Enter(LedgerRun run, WorkerIdentity worker, DateTimeOffset now) => new(
        InsertWorker, ("worker", worker.Id), ("run", run.Id), ("host", worker.Host), ("process", worker.ProcessId), ("started", worker.ProcessStart), ("now", now));

    /// <summary>The workers of a run who have not left.</summary>
    public static LedgerCommand Workers(LedgerRun run) =>
        new("SELECT id, host, process_id, process_start FROM listmonkps.resend_worker WHERE run_id = @run AND ended_at IS NULL", ("run", run.Id));

    /// <summary>Frees what dead workers had.</summary>
    public static LedgerCommand FreeDead(LedgerRun run, WorkerIdentity worker, DateTimeOffset now, DateTimeOffset lost, Guid[] gone) =>
        new(Free, ("run", run.Id), ("worker", worker.Id), ("now", now), ("lost", lost), ("gone", gone));

    /// <summary>Says that a worker lives, also one who was taken for dead: his machine slept, or the database was away from him alone.</summary>
    public static LedgerCommand Beat(WorkerIdentity worker, DateTimeOffset now) =>
        new("UPDATE listmonkps.resend_worker SET seen_at = @now, ended_at = NULL WHERE id = @worker", ("worker", worker.Id), ("now", now));

    /// <summary>The state of a run, with its clock moved on.</summary>
    public static LedgerCommand Touch(LedgerRun run, DateTimeOffset now) =>
        new("UPDATE listmonkps.resend_run SET last_at = greatest(last_at, @now) WHERE id = @run RETURNING state", ("run", run.Id), ("now", now));

    /// <summary>The latest time that any run of the server has seen.</summary>
    public LedgerCommand LatestTime() => new("SELECT max(last_at) FROM listmonkps.resend_run WHERE server_id = @server", ("server", server));

    /// <summary>Gives back what a worker has and has not begun.</summary>
    public static LedgerCommand GiveBack(LedgerRun run, WorkerIdentity worker) => new(GiveBackSql, ("run", run.Id), ("worker", worker.Id));

    /// <summary>Takes a worker out.</summary>
    public static LedgerCommand Leave(WorkerIdentity worker, DateTimeOffset now) =>
        new("UPDATE listmonkps.resend_worker SET ended_at = @now WHERE id = @worker", ("worker", worker.Id), ("now", now));

    /// <summary>Sets the state of a run; one that was cancelled stays so.</summary>
    public static LedgerCommand SetState(LedgerRun run, OptInResendRunState state, string reason, DateTimeOffset? nextAt, DateTimeOffset now) => new(
        """
        UPDATE listmonkps.resend_run SET state = @state, reason = @reason, next_at = nullif(@next, 'epoch'::timestamptz), last_at = greatest(last_at, @now),
            ended_at = CASE WHEN @state IN ('Filling', 'Running') THEN NULL ELSE @now END
        WHERE id = @run AND state <> 'Cancelled'
        """,
        ("run", run.Id), ("state", state.ToString()), ("reason", reason), ("next", nextAt ?? DateTimeOffset.UnixEpoch), ("now", now));

    /// <summary>Stops a run on which nobody works any more.</summary>
    public static LedgerCommand StopUnlessOthers(LedgerRun run, string reason, DateTimeOffset now, DateTimeOffset lost) => new(
        """
        UPDATE listmonkps.resend_run SET state = 'Stopped', reason = @reason, next_at = NULL, last_at = greatest(last_at, @now), ended_at = @now
        WHERE id = @run AND state = 'Running'
            AND NOT EXISTS (SELECT 1 FROM listmonkps.resend_worker w WHERE w.run_id = @run AND w.ended_at IS NULL AND w.seen_at >= @lost)
        """,
        ("run", run.Id), ("reason", reason), ("now", now), ("lost", lost));

    /// <summary>The run in a row of <see cref="Find"/> or <see cref="All"/>.</summary>
    public static LedgerRun Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        new RunIdentity(row.GetString(1), Enum.Parse<ResendRoute>(row.GetString(2)), row.GetString(3), row.GetString(4), row.GetString(5)),
        Enum.Parse<OptInResendRunState>(row.GetString(6)), row.GetString(7), DatabaseTime.At(row, 8)!.Value, DatabaseTime.At(row, 9), DatabaseTime.At(row, 10));

    /// <summary>The worker in a row of <see cref="Workers"/>.</summary>
    public static WorkerIdentity ReadWorker(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3));
}
