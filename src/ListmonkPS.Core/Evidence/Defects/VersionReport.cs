using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>All that is known of a version, as results: its defects, what bites first, and where it stands among the releases.</summary>
/// <param name="running">The version.</param>
/// <param name="releases">All releases, oldest first.</param>
/// <param name="session">Name of the session.</param>
internal sealed class VersionReport(RunningVersion running, IReadOnlyList<Release> releases, string session)
{
    private const string Issues = "https://github.com/knadh/listmonk/issues/";

    /// <summary>The defects that the version has or may have.</summary>
    public IReadOnlyList<VersionTest> Defects(DefectCircumstances here) =>
    [
        .. from defect in DefectTable.All
           where running.Has(defect) != false
           let test = TestOf(defect, DefectVerdict.Of(defect, running, here))
           orderby Rank(test.Status), test.Effect descending
           select test,
    ];

    /// <summary>Whether releases of its line still come, and whether there is a newer one.</summary>
    public IReadOnlyList<VersionTest> Standing() => [Support(), Newer()];

    private VersionTest TestOf(KnownDefect defect, DefectVerdict verdict)
    {
        bool? has = running.Has(defect);
        Release? target = UpgradeChoice.Of(defect, running, releases);
        string condition = has is null ? verdict.Condition + " " + Texts.Format("version.condition.patch-unknown", running.Told) : verdict.Condition;
        bool? bites = has is null && verdict.Bites == true ? null : verdict.Bites;
        return new VersionTest
        {
            Kind = VersionTestKind.Defect,
            Id = defect.Id,
            Version = HarmlessText.Of(running.Told.Text),
            Status = bites == false ? CheckStatus.Pass : bites == true && defect.Effect == OptInEffect.StopsAll ? CheckStatus.Fail : CheckStatus.Warning,
            Summary = Texts.Format($"version.defect.{defect.Id}"),
            Condition = condition,
            Bites = bites,
            Effect = defect.Effect,
            AffectedCount = verdict.People,
            Affected = defect.Affected,
            FixedIn = defect.FixedIn,
            UpgradeTo = target?.Version.Text,
            Remedy = RemedyOf(defect, target),
            Reference = defect.Issue is { } issue ? Issues + issue : null,
            Session = session,
        };
    }

    /// <summary>What helps at once, then the upgrade.</summary>
    private static CheckRemedy RemedyOf(KnownDefect defect, Release? target)
    {
        string upgrade = target is null ? Texts.Format("version.remedy.none") : Texts.Format("version.remedy.upgrade", target.Version.Text);
        return new CheckRemedy(Texts.TryFind($"version.defect.{defect.Id}.now") is { } now ? $"{now} {upgrade}" : upgrade);
    }

    private VersionTest Support()
    {
        Release? own = releases.LastOrDefault(release => IsSameLine(release.Version, running.Newest));
        Release? next = releases.FirstOrDefault(release => release.Version.CompareTo(running.Newest) > 0 && !IsSameLine(release.Version, running.Newest));
        return Standing(
            VersionTestKind.Support, "support", next is null,
            next is null ? Texts.Format("version.support.newest-line", Line()) : Texts.Format("version.support.superseded", Line(), Dated(own), Dated(next)));
    }

    private VersionTest Newer()
    {
        Release newest = releases[^1];
        bool isNewest = running.Newest.CompareTo(newest.Version) >= 0;
        VersionTest test = Standing(
            VersionTestKind.Newer, "newer", isNewest,
            isNewest ? Texts.Format("version.newer.none", Dated(newest)) : Texts.Format("version.newer.is", Dated(newest)));
        return isNewest ? test : test with { UpgradeTo = newest.Version.Text, Remedy = new CheckRemedy(Texts.Format("version.remedy.upgrade", newest.Version.Text)) };
    }

    private VersionTest Standing(VersionTestKind kind, string id, bool isWell, string summary) => new()
    {
        Kind = kind,
        Id = id,
        Version = HarmlessText.Of(running.Told.Text),
        Status = isWell ? CheckStatus.Pass : CheckStatus.Warning,
        Summary = summary,
        Effect = OptInEffect.None,
        Session = session,
    };

    private string Line() => $"v{running.Newest.Major}.{running.Newest.Minor}";

    private static string Dated(Release? release) => release switch
    {
        null => "?",
        { Date: { } date } => Texts.Format("version.dated", HarmlessText.Of(release.Version.Text), date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        _ => HarmlessText.Of(release.Version.Text),
    };

    private static bool IsSameLine(ListmonkVersion one, ListmonkVersion other) => (one.Major, one.Minor) == (other.Major, other.Minor);

    private static int Rank(CheckStatus status) => status switch { CheckStatus.Fail => 0, CheckStatus.Warning => 1, _ => 2 };
}
