using ListmonkPS.Core.Listmonk.Database.Schema;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>
/// The tables of the ledger. What grows is reached by its run or its person alone, so that a claim costs the same in the first run and in the thousandth; the two
/// partial indexes hold nothing but what is still to do.
/// </summary>
internal static class LedgerSchema
{
    private const string First = """
        CREATE TABLE listmonkps.resend_server (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            key text NOT NULL UNIQUE);
        CREATE TABLE listmonkps.resend_account (
            id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            key text NOT NULL UNIQUE,
            next_at timestamptz NOT NULL DEFAULT 'epoch');
        CREATE TABLE listmonkps.resend_use (
            account_id integer NOT NULL REFERENCES listmonkps.resend_account,
            slot timestamptz NOT NULL,
            used integer NOT NULL,
            PRIMARY KEY (account_id, slot));
        CREATE TABLE listmonkps.resend_run (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            server_id integer NOT NULL REFERENCES listmonkps.resend_server,
            account_id integer NOT NULL REFERENCES listmonkps.resend_account,
            name text NOT NULL,
            via text NOT NULL,
            template text NOT NULL,
            plan text NOT NULL,
            state text NOT NULL,
            reason text NOT NULL DEFAULT '',
            started_at timestamptz NOT NULL,
            ended_at timestamptz,
            next_at timestamptz,
            last_at timestamptz NOT NULL,
            UNIQUE (server_id, name));
        CREATE INDEX resend_run_latest ON listmonkps.resend_run (server_id, last_at);
        CREATE TABLE listmonkps.resend_worker (
            id uuid PRIMARY KEY,
            run_id bigint NOT NULL REFERENCES listmonkps.resend_run,
            host text NOT NULL,
            process_id integer NOT NULL,
            process_start bigint NOT NULL,
            seen_at timestamptz NOT NULL,
            ended_at timestamptz);
        CREATE INDEX resend_worker_run ON listmonkps.resend_worker (run_id) WHERE ended_at IS NULL;
        CREATE TABLE listmonkps.resend_item (
            run_id bigint NOT NULL,
            subscriber_uuid uuid NOT NULL,
            subscriber_id integer NOT NULL,
            place integer NOT NULL,
            state smallint NOT NULL DEFAULT 0,
            attempts smallint NOT NULL DEFAULT 0,
            next_at timestamptz NOT NULL DEFAULT 'epoch',
            worker_id uuid,
            begun_at timestamptz,
            ended_at timestamptz,
            class text,
            reply_code integer,
            reply_text text NOT NULL DEFAULT '',
            message_id text,
            PRIMARY KEY (run_id, subscriber_uuid));
        CREATE INDEX resend_item_due ON listmonkps.resend_item (run_id, next_at, place) WHERE state IN (0, 5);
        CREATE INDEX resend_item_held ON listmonkps.resend_item (run_id, worker_id) WHERE state IN (1, 2);
        CREATE INDEX resend_item_place ON listmonkps.resend_item (run_id, place);
        CREATE TABLE listmonkps.resend_person (
            server_id integer NOT NULL REFERENCES listmonkps.resend_server,
            subscriber_uuid uuid NOT NULL,
            sent integer NOT NULL DEFAULT 0,
            last_at timestamptz,
            begun_at timestamptz,
            begun_run bigint,
            PRIMARY KEY (server_id, subscriber_uuid));
        """;

    /// <summary>This part of the schema.</summary>
    public static SchemaPart Part { get; } = new(
        "resend",
        [First],
        ["resend_server", "resend_account", "resend_use", "resend_run", "resend_worker", "resend_item", "resend_person"]);
}
