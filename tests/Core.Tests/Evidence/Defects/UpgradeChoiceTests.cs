using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Tests.Evidence.Defects;

/// <summary>The table of defects, the upgrade that is named, and the condition that makes a defect bite.</summary>
public sealed class UpgradeChoiceTests
{
    private static readonly DefectCircumstances Healthy = new(1, true, true, new PastMemberships(12, true, 0));

    public static TheoryData<string> Releases => [.. ReleaseTable.Known.Select(release => release.Version.Text)];

    [Theory]
    [InlineData("v3.0.0", "B2", "v6.2.0")] // v5.0.3 to v6.1.0 would bring B8
    [InlineData("v4.1.0", "B2", "v6.2.0")]
    [InlineData("v5.0.1", "B3", "v6.2.0")] // B8 came with v5.0.2
    [InlineData("v5.0.2", "B3", "v5.0.3")]
    [InlineData("v5.0.2", "B6", "v5.1.0")]
    [InlineData("v6.1.0", "B8", "v6.2.0")]
    [InlineData("v3.0.0", "B13", "v4.0.0")]
    [InlineData("v6.2.0", "B7", null)]
    [InlineData("v6.2.0", "B14", null)]
    public void The_nearest_release_that_mends_and_harms_nobody_is_named(string from, string defect, string? target) =>
        Assert.Equal(target, Report(from).Defects(Healthy).Single(test => test.Id == defect).UpgradeTo);

    [Theory]
    [MemberData(nameof(Releases))]
    public void No_upgrade_leads_into_silent_loss_or_into_another_defect_that_stops_mail(string from)
    {
        ListmonkVersion running = ListmonkVersion.Parse(from);
        foreach (VersionTest test in Report(from).Defects(Healthy).Where(test => test.UpgradeTo is not null))
        {
            ListmonkVersion target = ListmonkVersion.Parse(test.UpgradeTo!);
            Assert.DoesNotContain(DefectTable.All, defect => defect.IsHarmInPassing && defect.IsIn(target) && !defect.IsIn(running));
            Assert.False(QuirkTable.For(target).LosesMailSilently);
        }
    }

    [Fact]
    public void Table_of_defects_and_table_of_quirks_agree()
    {
        foreach (Release release in ReleaseTable.Known)
        {
            Quirks quirks = QuirkTable.For(release.Version);
            Assert.Equal(quirks.PoolLeaksFailedConnections, Defect("B2").IsIn(release.Version));
            Assert.Equal(quirks.LosesMailSilently, Defect("B3").IsIn(release.Version));
            Assert.Equal(quirks.UnsubscribeHeaderFollowsSwitch, Defect("B6").IsIn(release.Version));
            Assert.Equal(quirks.ResignUpStaysUnsubscribed, Defect("B8").IsIn(release.Version));
        }
    }

    [Theory]
    [InlineData("B8", "v5.1.0", 12, true)]
    [InlineData("B8", "v5.1.0", 0, false)]
    [InlineData("B8", "v5.1.0", null, null)]
    public void G46_a_defect_bites_where_its_condition_holds(string id, string version, int? unsubscribed, bool? bites)
    {
        VersionTest test = Report(version).Defects(Healthy with { Past = new PastMemberships(unsubscribed, true, 0) }).Single(test => test.Id == id);
        Assert.Equal((bites, bites == false ? CheckStatus.Pass : CheckStatus.Warning, (long?)unsubscribed), (test.Bites, test.Status, test.AffectedCount));
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    public void Headers_by_the_wrong_setting_matter_only_where_the_two_differ(bool on, bool header, bool bites) =>
        Assert.Equal(bites, Report("v5.0.2").Defects(Healthy with { Switch = on, UnsubscribeHeader = header }).Single(test => test.Id == "B6").Bites);

    [Fact]
    public void G48_no_enabled_server_is_a_failure()
    {
        VersionTest first = Report("v6.2.0").Defects(Healthy with { EnabledSmtp = 0 })[0];
        Assert.Equal(("B21", CheckStatus.Fail, true), (first.Id, first.Status, first.Bites));
    }

    [Fact]
    public void The_last_migration_leaves_the_patch_release_open()
    {
        RunningVersion running = RunningVersion.OfMigration(ListmonkVersion.Parse("v5.0.0"), ReleaseTable.Known);
        Assert.Equal(["v5.0.0", "v5.0.1", "v5.0.2", "v5.0.3"], running.Candidates.Select(version => version.Text));
        VersionTest test = new VersionReport(running, ReleaseTable.Known, "x").Defects(Healthy).Single(test => test.Id == "B8");
        Assert.Null(test.Bites);
        Assert.Contains("v5.0.0", test.Condition, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_release_counts_as_soon_as_it_is_told()
    {
        IReadOnlyList<Release> releases = ReleaseTable.With([new Release(ListmonkVersion.Parse("v6.3.0"), null)]);
        VersionReport report = new(RunningVersion.Exact(ListmonkVersion.Parse("v6.2.0")), releases, "x");
        VersionTest newer = report.Standing().Single(test => test.Kind == VersionTestKind.Newer);
        Assert.Equal((CheckStatus.Warning, "v6.3.0"), (newer.Status, newer.UpgradeTo));
        Assert.Equal(CheckStatus.Pass, Report("v6.2.0").Standing().Single(test => test.Kind == VersionTestKind.Newer).Status);
    }

    private static KnownDefect Defect(string id) => DefectTable.All.Single(defect => defect.Id == id);

    private static VersionReport Report(string version) => new(RunningVersion.Exact(ListmonkVersion.Parse(version)), ReleaseTable.Known, "lists.example.org");
}
