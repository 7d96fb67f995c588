using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>
/// Which release to go to. The nearest that is without the defect, and that has no defect which stops opt-in mail, which the running version is without and a later
/// release has mended: nobody is sent into v5.0.0 to v5.0.2 (B3), nor from v4 into what B8 spans.
/// </summary>
internal static class UpgradeChoice
{
    /// <summary>The release; null when none mends it.</summary>
    /// <param name="defect">What shall be mended.</param>
    /// <param name="from">What runs now.</param>
    /// <param name="releases">All releases, oldest first.</param>
    public static Release? Of(KnownDefect defect, RunningVersion from, IReadOnlyList<Release> releases) => releases.FirstOrDefault(release =>
        release.Version.CompareTo(from.Newest) > 0 && !defect.IsIn(release.Version) && !BringsHarm(release.Version, from));

    private static bool BringsHarm(ListmonkVersion target, RunningVersion from) =>
        DefectTable.All.Any(defect => defect.IsHarmInPassing && defect.IsIn(target) && from.Has(defect) == false);
}
