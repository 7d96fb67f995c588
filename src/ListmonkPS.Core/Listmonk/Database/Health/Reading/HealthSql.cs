namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>The statements by which a database is examined: of the catalogues, but for the newest thousand subscribers.</summary>
internal static class HealthSql
{
    /// <summary>
    /// Whether the server takes changes, and not whether our session does: a setting of our role or connection says nothing of listmonk's. The reserve for
    /// other roles came with PostgreSQL 16.
    /// </summary>
    public const string Server = """
        SELECT pg_is_in_recovery(),
               (SELECT CASE WHEN source IN ('configuration file', 'command line', 'environment variable', 'global') THEN 'server' WHEN source = 'database' THEN 'database' END
                FROM pg_catalog.pg_settings WHERE name = 'default_transaction_read_only' AND setting = 'on'),
               current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
                   - coalesce(nullif(current_setting('reserved_connections', true), '')::int, 0),
               pg_has_role(current_user, 'pg_read_all_stats', 'USAGE'),
               coalesce((SELECT pg_get_userbyid(relowner)::text FROM pg_catalog.pg_class WHERE oid = to_regclass('settings')), ''),
               CASE WHEN has_database_privilege(current_database(), 'CONNECT') THEN pg_database_size(current_database()) END,
               (SELECT setting FROM pg_catalog.pg_settings WHERE name = 'data_directory')
        """;

    /// <summary>Sessions of clients: they alone, and what works for them, are in a database.</summary>
    public const string Sessions = """
        SELECT pid, coalesce(usename::text, ''), coalesce(application_name, ''), datname = current_database(), state,
               date_part('epoch', clock_timestamp() - xact_start),
               CASE WHEN state = 'active' THEN date_part('epoch', clock_timestamp() - query_start) END
        FROM pg_catalog.pg_stat_activity
        WHERE datid IS NOT NULL AND pid <> pg_backend_pid() ORDER BY pid
        """;

    /// <summary>Everybody may see who waits for a lock, since when (from PostgreSQL 14 on, hence by way of JSON), and who holds it.</summary>
    public const string Blocked = """
        SELECT l.pid, c.relname::text, date_part('epoch', clock_timestamp() - (to_jsonb(l) ->> 'waitstart')::timestamptz), pg_blocking_pids(l.pid)
        FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
        LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation
        WHERE NOT l.granted AND a.datname = current_database() ORDER BY l.pid
        """;

    /// <summary>A table that was never analysed has -1 rows in its entry from PostgreSQL 14 on, before that 0 rows on no pages.</summary>
    public const string Tables = """
        SELECT wanted.name, c.reltuples > 0 OR c.relpages > 0 OR coalesce(s.n_live_tup, 0) = 0, pg_relation_size(c.oid) / 8192,
               coalesce(s.n_live_tup, 0), coalesce(s.n_dead_tup, 0)
        FROM unnest(@names) AS wanted(name) JOIN pg_catalog.pg_class c ON c.oid = to_regclass(wanted.name)
        LEFT JOIN pg_catalog.pg_stat_user_tables s ON s.relid = c.oid ORDER BY wanted.name
        """;

    /// <summary>Which numbers a sequence has given out only those may see who may use it; the greatest number of the rows anybody who may read them.</summary>
    public const string Sequence = """
        SELECT greatest((SELECT max(id) FROM {0}), s.last_value), coalesce(s.max_value, 2147483647)
        FROM (SELECT pg_get_serial_sequence('{0}', 'id')::regclass::oid AS id) named
        LEFT JOIN pg_catalog.pg_class c ON c.oid = named.id LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_catalog.pg_sequences s ON s.schemaname = n.nspname AND s.sequencename = c.relname
        """;

    /// <summary>The last sign-up, looked for among the newest subscribers, which costs the same however many there are: OFFSET 0 keeps it to look-ups.</summary>
    public const string SignUps = """
        SELECT max(sl.created_at) FILTER (WHERE isfinite(sl.created_at)), count(*) FILTER (WHERE sl.created_at > now() - interval '24 hours')
        FROM (SELECT id FROM subscribers ORDER BY id DESC LIMIT 1000) s
        CROSS JOIN LATERAL (SELECT created_at FROM subscriber_lists WHERE subscriber_id = s.id OFFSET 0) sl
        """;
}
