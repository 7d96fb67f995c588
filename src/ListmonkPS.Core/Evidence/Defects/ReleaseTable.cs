using System.Globalization;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>The releases that are known (contract 1.1), oldest first. In all of them a later one has a higher number: older lines got no further release.</summary>
internal static class ReleaseTable
{
    /// <summary>The known releases.</summary>
    public static IReadOnlyList<Release> Known { get; } =
    [
        Of("v2.5.0", "2023-08-11"), Of("v2.5.1", "2023-08-15"), Of("v3.0.0", "2024-02-04"), Of("v4.0.0", "2024-10-27"), Of("v4.0.1", "2024-10-28"),
        Of("v4.1.0", "2024-11-13"), Of("v5.0.0", "2025-04-29"), Of("v5.0.1", "2025-05-25"), Of("v5.0.2", "2025-06-08"), Of("v5.0.3", "2025-07-06"),
        Of("v5.1.0", "2025-09-09"), Of("v6.0.0", "2026-01-02"), Of("v6.1.0", "2026-03-29"), Of("v6.2.0", "2026-06-26"),
    ];

    /// <summary>The known ones and others, each version once, oldest first.</summary>
    public static IReadOnlyList<Release> With(IEnumerable<Release> others) =>
    [
        .. Known.Concat(others)
            .GroupBy(release => (release.Version.Major, release.Version.Minor, release.Version.Patch))
            .Select(group => group.First())
            .OrderBy(release => release.Version),
    ];

    private static Release Of(string version, string date) =>
        new(ListmonkVersion.Parse(version), DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}
