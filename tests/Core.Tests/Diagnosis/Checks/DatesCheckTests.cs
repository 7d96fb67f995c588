using ListmonkPS.Core.Diagnosis.Checks.Log;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Logs.Reading;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

/// <summary>The break of the share, the log's first failure, the last start and the release: what agrees and what not.</summary>
public sealed class DatesCheckTests
{
    private static readonly DateTimeOffset At = FactsOf.Now.AddDays(-20);

    public static TheoryData<double, double, bool, CheckStatus, string> Failures => new()
    {
        { -30, 0.2, true, CheckStatus.Pass, "agrees" },
        { -30, 0.5, false, CheckStatus.Pass, "agrees" }, // without a zone twelve hours are within the doubt
        { -30, 0.7, true, CheckStatus.Warning, "comes later" },
        { -30, 9, false, CheckStatus.Warning, "comes later" },
        { 5, 9, true, CheckStatus.Pass, "begins only" }, // the log does not reach back
        { -30, -9, true, CheckStatus.Warning, "is older" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void The_first_failure_agrees_or_the_difference_is_told(double logFromDays, double failureDays, bool hasZone, CheckStatus status, string says)
    {
        Finding finding = Judge(
            new LogEntry { Place = "x", Message = "x", Time = At.AddDays(logFromDays), HasZone = true },
            new LogEntry { Place = "x", Message = "x", Class = LogClass.SmtpFailure, IsOptIn = true, Time = At.AddDays(failureDays), HasZone = hasZone });
        Assert.Equal(status, finding.Status);
        Assert.Contains(says, finding.Summary, StringComparison.Ordinal);
        Assert.Equal(At, finding.Since);
    }

    [Theory]
    [InlineData(0.1, "falls into that time", "upgrade from v5.1.0 to v6.2.0 at", "within that time")]
    [InlineData(4, "after it", "upgrade from v5.1.0 to v6.2.0 at", "not within that time")]
    [InlineData(-4, "no upgrade caused it", "upgrade from v5.1.0 to v6.2.0 at", "not within that time")]
    public void An_upgrade_is_named_where_two_starts_in_the_log_bound_it(double startDays, params string[] says)
    {
        Finding finding = Judge(Start("v5.1.0", -90), Start("v6.2.0", startDays));
        Assert.All(says, text => Assert.Contains(text, finding.Summary, StringComparison.Ordinal));
    }

    [Fact]
    public void No_upgrade_is_named_where_nothing_bounds_it() => Assert.DoesNotContain("upgrade from", Judge(Start("v6.2.0", 4)).Summary, StringComparison.Ordinal);

    [Fact]
    public void A_release_of_after_the_break_cannot_have_caused_it()
    {
        RunningVersion running = RunningVersion.Exact(ListmonkVersion.Parse("v6.2.0"));
        RecentSignUps early = new([], Break(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero)));
        RecentSignUps late = new([], Break(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)));
        VersionDefects version = new(running, []);
        Assert.Contains("2026-06-26", new DatesCheck().Judge(FactsOf.These(Log(), early, version)).Summary, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-06-26", new DatesCheck().Judge(FactsOf.These(Log(), late, version)).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_oldest_connection_bounds_a_start_where_the_log_shows_none()
    {
        Finding finding = new DatesCheck().Judge(FactsOf.These(Log(), new RecentSignUps([], Break(At)), new ServerConnection(At.AddDays(-3))));
        Assert.Contains("no start caused it", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_break_nothing_differs() => Assert.Equal(CheckStatus.Pass, new DatesCheck().Judge(FactsOf.These(Log(Start("v6.2.0", 0)))).Status);

    private static Finding Judge(params LogEntry[] entries) => new DatesCheck().Judge(FactsOf.These(Log(entries), new RecentSignUps([], Break(At))));

    private static OptInBreak Break(DateTimeOffset at) => new() { At = at, NotBefore = at.AddHours(-6), NotAfter = at.AddHours(6), ScopeValue = "", Session = "x" };

    private static LogEntry Start(string version, double days) => new() { Place = "x", Message = version, Class = LogClass.Start, Version = version, Time = At.AddDays(days), HasZone = true };

    private static ServerLog Log(params LogEntry[] entries)
    {
        LogDigest digest = new();
        foreach (LogEntry entry in entries)
            digest.Add(entry);
        return new ServerLog(digest, true);
    }
}
