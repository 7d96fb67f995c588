namespace ListmonkPS.TestBench.Dns;

/// <summary>Finds the conformance cases that lie beside the repository, in ../shared/conformance; they are not ours to copy.</summary>
internal static class ConformanceFolder
{
    /// <summary>Why tests are skipped where the cases are not.</summary>
    public const string Absent = "shared/conformance does not lie beside this repository";

    /// <summary>The folder of one standard, or null when it is not there.</summary>
    public static string? Find(string standard)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "shared", "conformance", standard);
            if (Directory.Exists(folder))
                return folder;
        }

        return null;
    }
}
