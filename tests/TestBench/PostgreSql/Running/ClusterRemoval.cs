using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>Ends the server of a folder and removes the folder, in whatever state they are.</summary>
/// <param name="programs">The server's programs; pg_ctl stops a server of any version.</param>
internal sealed class ClusterRemoval(ServerPrograms programs)
{
    /// <summary>Does it; two processes may do so at once.</summary>
    /// <exception cref="IOException">The folder could not be removed.</exception>
    /// <exception cref="InvalidOperationException">The server could not be stopped.</exception>
    public async Task RunAsync(string folder, CancellationToken ct)
    {
        string data = Cluster.DataOf(folder);
        if (Directory.Exists(data))
        {
            // A server that is only just starting has no pid file yet. Without this file it ends by itself.
            File.Delete(Path.Combine(data, "global", "pg_control"));
            await StopAsync(data, folder, ct);
        }

        await FolderRemoval.RunAsync(folder, ct);
    }

    // By pg_ctl rather than by a kill: the server then gives its shared memory back, which outlives a killed one.
    private async Task StopAsync(string data, string folder, CancellationToken ct)
    {
        if (!PidFile.IsServed(data)) return;
        ProgramOutput stopped = await programs.RunAsync("pg_ctl", ["stop", "-w", "-s", "-m", "immediate", "-t", "30", "-D", data], folder, ct);
        if (stopped.ExitCode != 0 && PidFile.IsServed(data))
        {
            throw new InvalidOperationException($"The PostgreSQL server of {folder} could not be stopped: {stopped.Error}");
        }
    }
}
