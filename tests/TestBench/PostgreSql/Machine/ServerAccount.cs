namespace ListmonkPS.TestBench.PostgreSql.Machine;

/// <summary>
/// The account that the server runs under when the bench runs as root: initdb and postgres refuse root. Everybody else runs the server
/// himself, and on Windows pg_ctl drops the administrator's rights.
/// </summary>
/// <param name="Name">postgres, else nobody.</param>
/// <param name="Ids">User and group by number, as chown takes them.</param>
/// <param name="Switch">The program that changes the user and its arguments; the program to run and its arguments come after.</param>
public sealed record ServerAccount(string Name, string Ids, IReadOnlyList<string> Switch)
{
    private const string Users = "/etc/passwd";
    private static readonly string[] Preferred = ["postgres", "nobody"];

    /// <summary>The account, or null when this process may run a server as it is.</summary>
    /// <exception cref="InvalidOperationException">Root, but no account or no program to change to it.</exception>
    public static async Task<ServerAccount?> ForThisProcessAsync(IMachine machine, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return null;
        string? setpriv = SearchPath.Program(machine, "setpriv");
        if (setpriv is not null && !await ChangesUserAsync(setpriv, machine, ct)) setpriv = null;
        return Choose(await File.ReadAllLinesAsync(Users, ct), setpriv, SearchPath.Program(machine, "runuser"));
    }

    /// <summary>Chooses among the users of a machine (lines of the passwd file) and its two programs (null when not there).</summary>
    /// <exception cref="InvalidOperationException">No account or no program to change to it.</exception>
    public static ServerAccount Choose(IEnumerable<string> users, string? setpriv, string? runuser)
    {
        string[][] rows = [.. users.Select(line => line.Split(':')).Where(fields => fields.Length >= 4)];
        string[] user = Preferred.Select(name => rows.FirstOrDefault(fields => fields[0] == name)).FirstOrDefault(row => row is not null)
            ?? throw Missing("there is neither a user postgres nor a user nobody");
        (string name, string uid, string gid) = (user[0], user[2], user[3]);
        if (setpriv is not null) return new ServerAccount(name, $"{uid}:{gid}", [setpriv, $"--reuid={uid}", $"--regid={gid}", "--clear-groups"]);
        if (runuser is not null) return new ServerAccount(name, $"{uid}:{gid}", [runuser, "-u", name, "--"]);
        throw Missing("neither setpriv nor runuser (both of util-linux) is on PATH");
    }

    // The setpriv of busybox cannot change the user.
    private static async Task<bool> ChangesUserAsync(string setpriv, IMachine machine, CancellationToken ct) =>
        (await machine.RunAsync(setpriv, ["--help"], Path.GetTempPath(), ct)).Output.Contains("--reuid", StringComparison.Ordinal);

    private static InvalidOperationException Missing(string what) => new(
        $"PostgreSQL does not run as root, and {what}. Run the tests as an ordinary user, or set LISTMONKPS_TEST_POSTGRES.");
}
