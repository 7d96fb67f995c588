using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>A folder with the programs of a PostgreSQL server.</summary>
/// <param name="Folder">The bin folder.</param>
public sealed record ServerBinaries(string Folder) : FoundServer
{
    private static readonly string[] Needed = ["initdb", "postgres", "pg_ctl"];

    /// <summary>The binaries of a folder; null when one of the three programs is not there. Client packages have none of them.</summary>
    public static ServerBinaries? In(string folder, IMachine machine)
    {
        string extension = SearchPath.IsWindows(machine) ? ".exe" : "";
        return Needed.All(program => machine.FileExists(Path.Combine(folder, program + extension))) ? new ServerBinaries(folder) : null;
    }

    /// <summary>The path of one of the programs.</summary>
    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
