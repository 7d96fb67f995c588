using ListmonkPS.Core.Listmonk.Database.Health.Reading;

namespace ListmonkPS.Core.Listmonk.Database.Health.Judging;

/// <summary>Judges what other sessions do: connections, locks, idle transactions, long statements.</summary>
internal static class SessionJudge
{
    private const int MostDetails = 20;
    private const double NearlyFull = 0.9;
    private static readonly TimeSpan LongIdle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongQuery = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(5);

    /// <summary>How many connections are in use. listmonk waits without a bound for one that it cannot get.</summary>
    public static DatabaseTest Connections(Exam exam)
    {
        IReadOnlyList<SessionRow> sessions = exam.Health.Sessions;
        int used = sessions.Count + 1; // ours
        int most = exam.Health.MostConnections;
        string[] details =
        [
            .. sessions.GroupBy(session => (session.User, session.Application, State: session.State ?? "?"))
                .OrderByDescending(group => group.Count()).Take(MostDetails)
                .Select(group => Texts.Format("database.connections.line", group.Count(), group.Key.User, group.Key.Application, group.Key.State)),
        ];
        SessionRow[] ofListmonk = [.. sessions.Where(session => session.IsHere && session.User == exam.Health.Owner)];
        string summary = Texts.Format("database.connections.used", used, most, ofListmonk.Length, exam.Health.Owner) + PoolOfListmonk(exam, ofListmonk);
        CheckStatus status = used >= most ? CheckStatus.Fail : used >= most * NearlyFull || IsPoolShort(exam, ofListmonk) ? CheckStatus.Warning : CheckStatus.Pass;
        return status == CheckStatus.Pass
            ? Exam.Pass(DatabaseAspect.Connections, summary, details)
            : Exam.Wrong(DatabaseAspect.Connections, status, summary, Texts.Format("database.connections.remedy"), details);
    }

    private static string PoolOfListmonk(Exam exam, SessionRow[] ofListmonk) => exam.MostOpenOfListmonk is { } open
        ? " " + Texts.Format("database.connections.pool", open, ofListmonk.Count(session => session.State is not (null or "idle")))
        : "";

    /// <summary>
    /// listmonk keeps what it has opened, so that many connections mean nothing; all of them busy mean that whoever comes next waits, without a bound and without
    /// a line in the log. More of them than the server has can never be opened.
    /// </summary>
    private static bool IsPoolShort(Exam exam, SessionRow[] ofListmonk) => exam.MostOpenOfListmonk is { } open
        && (open > exam.Health.MostConnections || ofListmonk.Count(session => session.State is not (null or "idle")) >= open);

    /// <summary>Who waits for whom. What an idle transaction holds nobody lets go by itself.</summary>
    public static DatabaseTest Blocking(Exam exam)
    {
        IReadOnlyList<BlockedRow> blocked = exam.Health.Blocked;
        if (blocked.Count == 0)
            return Exam.Pass(DatabaseAspect.Blocking, Texts.Format("database.blocking.pass"));
        Dictionary<int, SessionRow> sessions = exam.Health.Sessions.ToDictionary(session => session.Pid);
        int[] roots = [.. blocked.SelectMany(row => row.By).Where(pid => blocked.All(row => row.Pid != pid)).Distinct().Order()];
        bool isStuck = roots.Any(pid => sessions.GetValueOrDefault(pid)?.IsIdleInTransaction is true) || blocked.Any(row => row.Waited >= LongWait);
        return Exam.Wrong(
            DatabaseAspect.Blocking,
            isStuck ? CheckStatus.Fail : CheckStatus.Warning,
            Texts.Format("database.blocking.found", blocked.Count, string.Join(", ", roots)),
            Texts.Format("database.blocking.remedy", roots.Length > 0 ? roots[0] : blocked[0].Pid),
            blocked.Take(MostDetails).Select(row => Texts.Format(
                "database.blocking.line", row.Pid, NameOf(sessions, row.Pid), row.Table ?? "-", string.Join(", ", row.By),
                row.By.Count > 0 ? NameOf(sessions, row.By[0]) : "?", row.Waited?.TotalSeconds ?? 0)));
    }

    /// <summary>Transactions that hold locks and keep rows from being vacuumed while nobody works in them.</summary>
    public static DatabaseTest IdleTransactions(Exam exam)
    {
        if (!exam.Health.SeesSessions)
            return exam.NeedsStatistics(DatabaseAspect.IdleTransactions);
        SessionRow[] idle = [.. exam.Health.Sessions.Where(session => session.IsHere && session.IsIdleInTransaction).OrderByDescending(session => session.InTransaction)];
        SessionRow[] late = [.. idle.Where(session => session.InTransaction >= LongIdle)];
        return late.Length == 0
            ? Exam.Pass(DatabaseAspect.IdleTransactions, Texts.Format("database.idle.pass", idle.Length), Lines(idle, session => session.InTransaction))
            : Exam.Wrong(
                DatabaseAspect.IdleTransactions, CheckStatus.Warning, Texts.Format("database.idle.found", late.Length, late[0].InTransaction!.Value.TotalMinutes),
                Texts.Format("database.idle.remedy", late[0].Pid), Lines(late, session => session.InTransaction));
    }

    /// <summary>Statements that take the time that others need.</summary>
    public static DatabaseTest LongQueries(Exam exam)
    {
        if (!exam.Health.SeesSessions)
            return exam.NeedsStatistics(DatabaseAspect.LongQueries);
        SessionRow[] late = [.. exam.Health.Sessions.Where(session => session.InQuery >= LongQuery).OrderByDescending(session => session.InQuery)];
        return late.Length == 0
            ? Exam.Pass(DatabaseAspect.LongQueries, Texts.Format("database.long.pass", LongQuery.TotalMinutes))
            : Exam.Wrong(
                DatabaseAspect.LongQueries, CheckStatus.Warning, Texts.Format("database.long.found", late.Length, late[0].InQuery!.Value.TotalMinutes),
                Texts.Format("database.long.remedy"), Lines(late, session => session.InQuery));
    }

    private static IEnumerable<string> Lines(IEnumerable<SessionRow> sessions, Func<SessionRow, TimeSpan?> span) => sessions.Take(MostDetails).Select(
        session => Texts.Format("database.session.line", session.Pid, session.User, session.Application, span(session)?.TotalSeconds ?? 0));

    private static string NameOf(Dictionary<int, SessionRow> sessions, int pid) => sessions.GetValueOrDefault(pid)?.User ?? "?";
}
