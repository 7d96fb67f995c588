using ListmonkPS.Core.Diagnosis.Checks.Queue;
using ListmonkPS.Core.Diagnosis.Checks.Settings;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Facts.Queue;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Queue;
using ListmonkPS.Core.Listmonk.Campaigns;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

public sealed class QueueCheckTests
{
    [Theory]
    [InlineData("v4.1.0", 60, CheckStatus.Fail)] // opt-in mails share the workers
    [InlineData("v5.0.0", 60, CheckStatus.Warning)]
    [InlineData("v4.1.0", 1, CheckStatus.Pass)]
    public void A_campaign_that_stands_still_holds_opt_in_mail_where_both_share_the_workers(string version, int minutes, CheckStatus status)
    {
        RunningVersion running = RunningVersion.Exact(ListmonkVersion.Parse(version));
        Finding finding = new CampaignStuckCheck().Judge(FactsOf.These(Active(minutes), new VersionDefects(running, [])));
        Assert.Equal(status, finding.Status);
        Assert.DoesNotMatch(@"\{\d", finding.Summary);
    }

    [Theory]
    [InlineData(89, 100L, CheckStatus.Pass)]
    [InlineData(90, 100L, CheckStatus.Warning)]
    [InlineData(900, null, CheckStatus.Pass)]
    public void A_day_near_the_limit_is_a_weak_warning(long sent, long? limit, CheckStatus status)
    {
        ActiveCampaigns active = Active(1) with { Today = new SentToday(sent, sent), Limit = limit is { } perDay ? new DayLimit(perDay, "x") : null };
        Assert.Equal(status, new DailyLimitCheck().Judge(FactsOf.These(active)).Status);
    }

    [Theory]
    [InlineData(true, CheckStatus.Fail)]
    [InlineData(false, CheckStatus.Pass)]
    [InlineData(null, CheckStatus.Skipped)]
    public void G26_settings_that_wait_for_a_restart_are_told_with_the_campaign_that_holds_them(bool? waits, CheckStatus status)
    {
        Finding finding = new NotLoadedCheck().Judge(FactsOf.These(new ApiState("x", waits is null ? FactsOf.Unreachable : null) { NeedsRestart = waits }, Active(1)));
        Assert.Equal(status, finding.Status);
        Assert.Equal(waits == true, finding.Summary.Contains("Weekly", StringComparison.Ordinal));
    }

    private static ActiveCampaigns Active(int minutes) => new(
        [new CampaignRow(1, "Weekly", "running", false, 100, 10, null, FactsOf.Now.AddHours(-5), FactsOf.Now.AddMinutes(-minutes))], null, null, new SentToday(10, 10));
}
