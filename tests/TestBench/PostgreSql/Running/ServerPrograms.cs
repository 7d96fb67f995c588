using System.Diagnostics;
using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>Runs the server's programs under the account that they accept.</summary>
internal sealed class ServerPrograms
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    private readonly ServerBinaries _binaries;

    private ServerPrograms(ServerBinaries binaries, ServerAccount? account)
    {
        _binaries = binaries;
        Account = account;
    }

    /// <summary>The account; null when it is our own.</summary>
    public ServerAccount? Account { get; }

    /// <summary>Finds the account for these binaries.</summary>
    /// <exception cref="InvalidOperationException">Root, and no account that can run them.</exception>
    public static async Task<ServerPrograms> ForAsync(ServerBinaries binaries, IMachine machine, CancellationToken ct)
    {
        ServerAccount? account = await ServerAccount.ForThisProcessAsync(machine, ct);
        return account is null || OpenFolder.IsOpenToOthers(binaries.Folder)
            ? new ServerPrograms(binaries, account)
            : throw new InvalidOperationException($"PostgreSQL runs as {account.Name}, who may not enter {binaries.Folder}.");
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="program">initdb or pg_ctl.</param>
    /// <param name="arguments">Without secrets: every user of the machine sees them.</param>
    /// <param name="folder">The folder to run in; the account may not enter ours.</param>
    /// <param name="ct">Ends the program.</param>
    public Task<ProgramOutput> RunAsync(string program, IReadOnlyList<string> arguments, string folder, CancellationToken ct)
    {
        string[] words = [.. Account?.Switch ?? [], _binaries.Program(program), .. arguments];
        ProcessStartInfo start = new(words[0], words.Skip(1)) { WorkingDirectory = folder };

        // PGPORT, PGOPTIONS and the like of the person who runs the tests are not meant for this server; logs are read, so in English.
        foreach (string name in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        return ProgramRun.RunAsync(start, Bound, ct);
    }

    /// <summary>Gives a folder and what is in it to the account.</summary>
    public async Task HandOverAsync(string folder, CancellationToken ct)
    {
        if (Account is null) return;
        ProcessStartInfo start = new("chown", ["-R", Account.Ids, folder]);
        ProgramOutput done = await ProgramRun.RunAsync(start, Bound, ct);
        if (done.ExitCode != 0) throw new InvalidOperationException($"{folder} could not be given to {Account.Name}: {done.Error}");
    }
}
