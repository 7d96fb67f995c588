namespace ListmonkPS.Core.Listmonk.Versions;

/// <summary>
/// The releases that changed the database (contract 2.2): the row migrations ends with the last of them that was carried out, which is not the release that runs.
/// </summary>
internal static class KnownMigrations
{
    private static readonly ListmonkVersion[] Releases =
    [
        .. from text in new[] { "v2.5.0", "v3.0.0", "v4.0.0", "v4.1.0", "v5.0.0", "v5.1.0", "v6.0.0", "v6.1.0", "v6.2.0" }
           select ListmonkVersion.Parse(text),
    ];

    /// <summary>The migration that a version ends with; null for versions before the first one that is known.</summary>
    public static ListmonkVersion? LastOf(ListmonkVersion version) => Releases.LastOrDefault(release => release.CompareTo(version) <= 0);
}
