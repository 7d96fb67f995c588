using ListmonkPS.Core.Diagnosis.Checks.Log;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Logs.Reading;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class LogCheckTests
{
    private static readonly ICheck[] All =
    [
        new SmtpFailuresCheck(), new PoolDeadCheck(), new TemplateBrokenCheck(), new DatabaseErrorsCheck(), new PanicCheck(), new StartFailedCheck(), new WorkersBlockedCheck(),
    ];

    public static TheoryData<LogClass, string, CheckStatus> Causes => new()
    {
        { LogClass.SmtpFailure, "log.smtp-failures", CheckStatus.Fail },
        { LogClass.Pool, "log.pool-dead", CheckStatus.Fail },
        { LogClass.Template, "log.template", CheckStatus.Fail },
        { LogClass.Database, "log.database-errors", CheckStatus.Warning },
        { LogClass.Panic, "log.panic", CheckStatus.Fail },
        { LogClass.StartFailure, "log.start-failed", CheckStatus.Fail },
        { LogClass.Queue, "log.workers-blocked", CheckStatus.Fail },
    };

    [Theory]
    [MemberData(nameof(Causes))]
    public void Each_class_of_lines_is_named_by_its_check_and_by_no_other(LogClass found, string id, CheckStatus status)
    {
        ServerLog log = Log(Entry(found, hoursAgo: 5), Entry(found, hoursAgo: 1));
        foreach (ICheck check in All)
        {
            Finding finding = check.Judge(FactsOf.These(log));
            Assert.Equal(check.Info.Id == id ? status : CheckStatus.Pass, finding.Status);
            Assert.DoesNotMatch(@"\{\d", finding.Summary);
        }
    }

    [Theory]
    [MemberData(nameof(Causes))]
    public void G01_old_lines_and_none_say_nothing_of_now(LogClass found, string id, CheckStatus status)
    {
        Assert.NotEqual(CheckStatus.Pass, status);
        ICheck check = All.Single(one => one.Info.Id == id);
        Assert.Equal(CheckStatus.Pass, check.Judge(FactsOf.These(Log(Entry(found, hoursAgo: 24 * 9)))).Status);
        Assert.Equal(CheckStatus.Pass, check.Judge(FactsOf.These(Log())).Status);
    }

    [Fact]
    public void Failures_of_campaigns_say_nothing_of_opt_in_mail() => Assert.Equal(
        CheckStatus.Pass, new SmtpFailuresCheck().Judge(FactsOf.These(Log(Entry(LogClass.SmtpFailure, 1) with { IsOptIn = false }))).Status);

    [Fact]
    public void A_mail_that_may_be_one_is_a_warning() => Assert.Equal(
        CheckStatus.Warning, new SmtpFailuresCheck().Judge(FactsOf.These(Log(Entry(LogClass.SmtpFailure, 1) with { IsOptIn = null }))).Status);

    [Fact]
    public void G27_a_pool_that_a_later_start_made_anew_is_no_failure() => Assert.Equal(
        CheckStatus.Pass, new PoolDeadCheck().Judge(FactsOf.These(Log(Entry(LogClass.Pool, 5), Entry(LogClass.Start, 1)))).Status);

    [Fact]
    public void A_dead_pool_of_an_old_version_calls_for_a_restart_and_for_a_release_that_does_no_harm()
    {
        RunningVersion running = RunningVersion.Exact(ListmonkVersion.Parse("v4.1.0"));
        VersionDefects version = new(running, new VersionReport(running, ReleaseTable.Known, "x").Defects(DefectCircumstances.Unknown));
        Finding finding = new PoolDeadCheck().Judge(FactsOf.These(Log(Entry(LogClass.Pool, 1)), version));
        Assert.True(finding.Remedy!.NeedsRestart);
        Assert.Contains("v6.2.0", finding.Remedy.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("v5.0", finding.Remedy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_that_failed_and_was_followed_by_one_that_did_not_passes()
    {
        LogEntry up = Entry(LogClass.Start, 1) with { Message = "initialized email (SMTP) messenger: x@y" };
        Assert.Equal(CheckStatus.Pass, new StartFailedCheck().Judge(FactsOf.These(Log(Entry(LogClass.StartFailure, 2), up))).Status);
    }

    [Fact]
    public void People_are_counted_once_however_often_they_failed()
    {
        LogDigest digest = new();
        foreach (int id in (int[])[7, 8, 7, 7])
            digest.Add(Entry(LogClass.SmtpFailure, 1) with { SubscriberId = id });
        digest.StillWaiting = 1;
        Finding finding = new SmtpFailuresCheck().Judge(FactsOf.These(new ServerLog(digest, false)));
        Assert.Equal((2, 1L), (digest.Named.Count, finding.AffectedCount));
    }

    private static ServerLog Log(params LogEntry[] entries)
    {
        LogDigest digest = new();
        foreach (LogEntry entry in entries)
            digest.Add(entry);
        return new ServerLog(digest, false);
    }

    private static LogEntry Entry(LogClass found, double hoursAgo) => new()
    {
        Class = found,
        Place = "listmonk.log",
        Message = "words",
        Time = FactsOf.Now.AddHours(-hoursAgo),
        IsOptIn = found is LogClass.Start ? false : true,
    };
}
