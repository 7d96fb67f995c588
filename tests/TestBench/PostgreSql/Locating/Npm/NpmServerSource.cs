using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Locating.Npm;

/// <summary>Server programs that npm fetches once and that are then kept in the user's cache folder.</summary>
/// <param name="machine">Where npm is looked for.</param>
/// <param name="package">The package; null when there is none for the machine.</param>
/// <param name="cache">The cache folder.</param>
public sealed class NpmServerSource(IMachine machine, NpmPackage? package, string cache) : IServerSource
{
    /// <summary>With the package of the machine's platform and the user's cache folder.</summary>
    public NpmServerSource(IMachine machine)
        : this(machine, NpmPackage.For(machine.Platform), CacheFolder.For(machine))
    {
    }

    /// <inheritdoc/>
    public async Task<SourceAnswer> FindAsync(CancellationToken ct)
    {
        if (package is null) return SourceAnswer.Nothing($"npm has no server programs for {machine.Platform}.");
        string target = Path.Combine(cache, package.FolderName);
        string programs = Path.Combine(target, "native", "bin");
        if (ServerBinaries.In(programs, machine) is ServerBinaries kept) return SourceAnswer.Of(kept);
        if (SearchPath.Program(machine, "npm") is not string npm) return SourceAnswer.Nothing("npm, which could fetch one, is not on PATH.");

        string? trouble = await new NpmInstallation(machine, npm, package, target).RunAsync(ct);
        if (trouble is not null) return SourceAnswer.Nothing(trouble);
        return ServerBinaries.In(programs, machine) is ServerBinaries fetched
            ? SourceAnswer.Of(fetched)
            : SourceAnswer.Nothing($"{package.Specification} has no initdb, postgres and pg_ctl in native/bin.");
    }
}
