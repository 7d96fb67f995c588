using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>
/// The statements about accounts. A run by the API may use several, whose names stand in one row; runs whose rows have a name in common share rate and limit,
/// and each mail counts for every account that it may have used.
/// </summary>
internal static class AccountStatements
{
    /// <summary>Of the account of the run @run.</summary>
    private const string NamesOfRun = $"""
        (SELECT string_to_array(lower(n.key), '{AccountNames.Separator}')
         FROM listmonkps.resend_run nr JOIN listmonkps.resend_account n ON n.id = nr.account_id WHERE nr.id = @run)
        """;

    private const string Shared = $"string_to_array(lower(key), '{AccountNames.Separator}') && {NamesOfRun}";

    private const string LockSql = $"SELECT id FROM listmonkps.resend_account WHERE {Shared} ORDER BY id FOR UPDATE";

    private const string ReserveSql = $"""
        UPDATE listmonkps.resend_account SET next_at = greatest((SELECT max(next_at) FROM listmonkps.resend_account WHERE {Shared}), @now) + @span
        WHERE id = (SELECT account_id FROM listmonkps.resend_run WHERE id = @run) RETURNING next_at - @span
        """;

    private const string UseByName = $"""
        SELECT coalesce(max(used), 0) FROM (
            SELECT sum(u.used) AS used FROM names, unnest(names.all_names) AS own(name)
            JOIN listmonkps.resend_account o ON own.name = ANY(string_to_array(lower(o.key), '{AccountNames.Separator}'))
            JOIN listmonkps.resend_use u ON u.account_id = o.id AND u.slot >= @day
            GROUP BY own.name) by_name
        """;

    private const string UsedSql = $"WITH names AS (SELECT string_to_array(lower(@account), '{AccountNames.Separator}') AS all_names) {UseByName}";

    /// <summary>What is used since @day of the account of the run @run: of the one that is used most, where it may use several.</summary>
    public const string UsedOfRun = $"(WITH names AS (SELECT {NamesOfRun} AS all_names) {UseByName})";

    /// <summary>Which result of <see cref="Lock"/> and <see cref="Reserve"/> in this order is the time.</summary>
    public const int ReserveResult = 2;

    /// <summary>
    /// Locks the accounts that the run may use, and every one that may be the same, until the commit. Whoever begins mails of an account does so one after the
    /// other: only so the limit of the day holds for all machines.
    /// </summary>
    public static LedgerCommand Lock(LedgerRun run) => new(LockSql, ("run", run.Id));

    /// <summary>Reserves mails of the rate, behind those of every account that may be the same; they are locked. One row: when the first of the mails may leave.</summary>
    public static LedgerCommand Reserve(LedgerRun run, TimeSpan span, DateTimeOffset now) => new(ReserveSql, ("run", run.Id), ("span", span), ("now", now));

    /// <summary>What is used of an account since the beginning of a day.</summary>
    public static LedgerCommand Used(string account, DateTimeOffset day) => new(UsedSql, ("account", account), ("day", day));
}
