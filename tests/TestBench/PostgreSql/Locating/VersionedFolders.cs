using System.Globalization;
using System.Text.RegularExpressions;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>The places where packages and installers keep one folder a version of PostgreSQL.</summary>
internal static partial class VersionedFolders
{
    private static readonly (string Parent, string Prefix)[] Linux =
    [
        ("/usr/lib/postgresql", ""), // Debian and what comes from it
        ("/usr", "pgsql-"), // the project's own packages for Red Hat and what comes from it
    ];

    private static readonly (string Parent, string Prefix)[] MacOs =
    [
        ("/opt/homebrew/opt", "postgresql@"), // Homebrew on ARM
        ("/usr/local/opt", "postgresql@"), // Homebrew on Intel
        ("/Applications/Postgres.app/Contents/Versions", ""),
        ("/Library/PostgreSQL", ""), // EDB's installer
    ];

    /// <summary>Their bin folders, place by place, in each the newest version first.</summary>
    public static IEnumerable<string> Of(IMachine machine) => PlacesOf(machine).SelectMany(place => machine.FoldersIn(place.Parent)
        .Where(name => name.StartsWith(place.Prefix, StringComparison.Ordinal) && Version(name) > 0)
        .OrderByDescending(Version)
        .Select(name => Path.Combine(place.Parent, name, "bin")));

    private static (string Parent, string Prefix)[] PlacesOf(IMachine machine)
    {
        if (!SearchPath.IsWindows(machine)) return machine.Platform.StartsWith("darwin", StringComparison.Ordinal) ? MacOs : Linux;
        return machine.Variable("ProgramFiles") is string programs ? [(Path.Combine(programs, "PostgreSQL"), "")] : [];
    }

    private static decimal Version(string name) =>
        Number().Match(name) is { Success: true } match ? decimal.Parse(match.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"[0-9]{1,3}(\.[0-9]{1,3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
