using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Database.Health.Judging;
using ListmonkPS.Core.Listmonk.Database.Health.Reading;

namespace ListmonkPS.Core.Tests.Listmonk.Database.Health;

/// <summary>What only time or another machine can make is judged from figures.</summary>
public sealed class SessionJudgeTests
{
    [Theory]
    [InlineData(4, CheckStatus.Pass)]
    [InlineData(6, CheckStatus.Warning)]
    public void A_transaction_that_is_idle_for_long_is_told(int minutes, CheckStatus status)
    {
        SessionRow idle = new(7, "shop", "report.py", true, "idle in transaction", TimeSpan.FromMinutes(minutes), null);
        DatabaseTest test = SessionJudge.IdleTransactions(Exam(new DatabaseHealth { SeesSessions = true, Sessions = [idle] }));
        Assert.Equal(status, test.Status);
        Assert.Contains("7 (shop, report.py)", test.Details[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30, CheckStatus.Pass)]
    [InlineData(90, CheckStatus.Warning)]
    public void A_statement_that_runs_for_long_is_told(int seconds, CheckStatus status)
    {
        SessionRow busy = new(7, "shop", "", true, "active", TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds));
        Assert.Equal(status, SessionJudge.LongQueries(Exam(new DatabaseHealth { SeesSessions = true, Sessions = [busy] })).Status);
    }

    [Fact]
    public void A_session_that_has_waited_for_long_is_stuck_though_nobody_is_seen_to_be_idle()
    {
        DatabaseHealth health = new() { Blocked = [new BlockedRow(8, "subscribers", TimeSpan.FromSeconds(6), [7])] };
        Assert.Equal(CheckStatus.Fail, SessionJudge.Blocking(Exam(health)).Status);
    }

    [Theory]
    [InlineData(null, "active", CheckStatus.Pass)]
    [InlineData(2, "idle", CheckStatus.Pass)]
    [InlineData(2, "active", CheckStatus.Warning)]
    [InlineData(3, "active", CheckStatus.Pass)]
    [InlineData(101, "idle", CheckStatus.Warning)]
    public void A_pool_of_listmonk_that_is_busy_or_larger_than_the_server_is_told(int? mostOpen, string state, CheckStatus status)
    {
        SessionRow[] sessions = [.. Enumerable.Range(1, 2).Select(pid => new SessionRow(pid, "listmonk", "", true, state, null, null))];
        DatabaseHealth health = new() { SeesSessions = true, Sessions = sessions, Owner = "listmonk", MostConnections = 100 };
        DatabaseTest test = SessionJudge.Connections(Exam(health) with { MostOpenOfListmonk = mostOpen });
        Assert.Equal(status, test.Status);
        Assert.Equal(mostOpen is not null, test.Summary.Contains($"at most {mostOpen}", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_in_recovery_takes_no_changes() =>
        Assert.Equal(CheckStatus.Fail, ServiceJudge.Writing(Exam(new DatabaseHealth { IsRecovering = true })).Status);

    [Theory]
    [InlineData(40, CheckStatus.Fail)]
    [InlineData(500, CheckStatus.Warning)]
    [InlineData(5000, CheckStatus.Pass)]
    public void A_disk_that_runs_full_is_told_where_it_is_known(long mebibytes, CheckStatus status) =>
        Assert.Equal(status, StorageJudge.Disk(Exam(new DatabaseHealth { Size = 1 }) with { FreeSpace = mebibytes << 20 }).Status);

    [Fact]
    public void A_slow_way_to_the_database_is_told() =>
        Assert.Equal(CheckStatus.Warning, ServiceJudge.Reach(Exam(new DatabaseHealth { RoundTrip = TimeSpan.FromMilliseconds(300) })).Status);

    private static Exam Exam(DatabaseHealth health)
    {
        DatabaseRights rights = new("db:5432/listmonk", "reader", ["settings", "lists", "subscribers", "subscriber_lists"], false, false);
        return new Exam("db:5432/listmonk", new DatabaseInfo("15.1", "listmonk", "reader", "v6.2.0", rights, false, 0, null), health, null, FactsNow, null);
    }

    private static readonly DateTimeOffset FactsNow = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
}
