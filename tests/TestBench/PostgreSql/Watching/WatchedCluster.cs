using System.Text.Json;
using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Running;

namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>A cluster in a folder of its own.</summary>
internal sealed class WatchedCluster : IWatched
{
    private readonly ClaimedFolder _folder;
    private readonly ClusterRemoval _removal;

    private WatchedCluster(ClaimedFolder folder, ClusterRemoval removal)
    {
        _folder = folder;
        _removal = removal;
    }

    /// <inheritdoc/>
    public string Report { get; private set; } = "";

    // By user: another's folders are not ours to judge.
    private static string FolderPrefix => $"listmonkps-pg-{string.Concat(Environment.UserName.Where(char.IsAsciiLetterOrDigit))}-";

    /// <summary>Removes what dead watchdogs left, makes a cluster and starts it.</summary>
    public static async Task<IWatched> StartAsync(string bin, string password, CancellationToken ct)
    {
        ServerPrograms programs = await ServerPrograms.ForAsync(new ServerBinaries(bin), new ThisMachine(), ct);
        ClusterRemoval removal = new(programs);
        string parent = ClusterParent.Choose(programs.Account is not null);
        await ClaimedFolder.SweepAsync(parent, FolderPrefix, removal.RunAsync, ct);
        WatchedCluster watched = new(ClaimedFolder.Claim(ClaimedFolder.NewPath(parent, FolderPrefix)), removal);
        try
        {
            Cluster cluster = new(programs, watched._folder.Path);
            await cluster.InitialiseAsync(password, ct);
            int port = await cluster.StartAsync(ct);
            watched.Report = JsonSerializer.Serialize(new ClusterReport(watched._folder.Path, port, cluster.Version));
            return watched;
        }
        catch
        {
            await watched.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using (_folder)
        {
            await _removal.RunAsync(_folder.Path, CancellationToken.None);
        }
    }
}
