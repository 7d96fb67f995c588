using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.PostgreSql.Folders;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>
/// The folder of a world. It lies in that of the cluster, so that the cluster's watchdog takes it away when this process is killed; with a given
/// server, which has no folder here, it is claimed by this process, and the next world sweeps it away.
/// </summary>
internal sealed class WorldFolder : IAsyncDisposable
{
    private const string Prefix = "listmonkps-world-";
    private readonly ClaimedFolder? _claim;

    private WorldFolder(string path, ClaimedFolder? claim) => (Path, _claim) = (path, claim);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Makes one that only its owner may enter.</summary>
    public static async Task<WorldFolder> MakeAsync(PostgreSqlCluster cluster, CancellationToken ct)
    {
        if (cluster.Folder is { } parent)
        {
            string path = ClaimedFolder.NewPath(parent, Prefix);
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return new WorldFolder(path, null);
        }
        string temp = System.IO.Path.GetTempPath();
        await ClaimedFolder.SweepAsync(temp, Prefix, FolderRemoval.RunAsync, ct);
        ClaimedFolder claim = ClaimedFolder.Claim(ClaimedFolder.NewPath(temp, Prefix));
        return new WorldFolder(claim.Path, claim);
    }

    /// <summary>Removes it with all that is in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await FolderRemoval.RunAsync(Path, CancellationToken.None);
        _claim?.Dispose();
    }
}
