using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Evidence.Defects;

/// <summary>The version that runs, as far as it is known: the API tells it, the database only the last migration, which later patch releases share (2.2).</summary>
/// <param name="Told">What was told.</param>
/// <param name="Candidates">What it can be, one at least, oldest first.</param>
internal sealed record RunningVersion(ListmonkVersion Told, IReadOnlyList<ListmonkVersion> Candidates)
{
    /// <summary>True when there is no doubt.</summary>
    public bool IsExact => Candidates.Count == 1;

    /// <summary>The newest that it can be.</summary>
    public ListmonkVersion Newest => Candidates[^1];

    /// <summary>True when each candidate has a defect, false when none has, null when some have.</summary>
    public bool? Has(KnownDefect defect)
    {
        int count = Candidates.Count(defect.IsIn);
        return count == Candidates.Count ? true : count == 0 ? false : null;
    }

    /// <summary>The version that the API told.</summary>
    public static RunningVersion Exact(ListmonkVersion told) => new(told, [told]);

    /// <summary>What the last migration leaves open.</summary>
    /// <param name="migration">The last migration.</param>
    /// <param name="releases">All releases.</param>
    public static RunningVersion OfMigration(ListmonkVersion migration, IReadOnlyList<Release> releases)
    {
        ListmonkVersion[] same = [.. releases.Select(release => release.Version)
            .Where(version => (version.Major, version.Minor) == (migration.Major, migration.Minor) && version.CompareTo(migration) >= 0)];
        return new RunningVersion(migration, same.Length == 0 ? [migration] : same);
    }
}
