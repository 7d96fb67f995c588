using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating;

/// <summary>A server that is installed: on PATH, where pg_config says, or in the folders where packages and installers put it.</summary>
/// <param name="machine">Where to look.</param>
public sealed class InstalledServerSource(IMachine machine) : IServerSource
{
    /// <inheritdoc/>
    public async Task<SourceAnswer> FindAsync(CancellationToken ct)
    {
        IEnumerable<string> folders =
        [
            .. SearchPath.Folders(machine),
            .. await ConfiguredFolderAsync(ct),
            .. VersionedFolders.Of(machine),
        ];
        ServerBinaries? binaries = folders.Select(folder => ServerBinaries.In(folder, machine)).FirstOrDefault(found => found is not null);
        return binaries is not null
            ? SourceAnswer.Of(binaries)
            : SourceAnswer.Nothing("No folder on PATH, named by pg_config, or usual on this system has initdb, postgres and pg_ctl.");
    }

    // Debian's pg_config comes with a client package and may name a folder without a server: then the search goes on.
    private async Task<string[]> ConfiguredFolderAsync(CancellationToken ct)
    {
        if (SearchPath.Program(machine, "pg_config") is not string program) return [];
        ProgramOutput answer = await machine.RunAsync(program, ["--bindir"], Path.GetTempPath(), ct);
        return answer is { ExitCode: 0, Output.Length: > 0 } ? [answer.Output] : [];
    }
}
