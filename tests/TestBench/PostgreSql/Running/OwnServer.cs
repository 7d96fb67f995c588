using System.Security.Cryptography;
using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Watching;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>A server that the bench starts in a folder of its own and that ends with it.</summary>
internal sealed class OwnServer : IServer
{
    private const int FirstWithStrategies = 15;

    private readonly ClaimedFolder _folder;
    private readonly Watchdog _watchdog;

    private OwnServer(ClaimedFolder folder, Watchdog watchdog, NpgsqlConnectionStringBuilder access, string cloneOptions)
    {
        _folder = folder;
        _watchdog = watchdog;
        Access = access;
        CloneOptions = cloneOptions;
    }

    /// <inheritdoc/>
    public NpgsqlConnectionStringBuilder Access { get; }

    /// <inheritdoc/>
    public string DatabasePrefix => "bench_";

    /// <inheritdoc/>
    public string CloneOptions { get; }

    /// <inheritdoc/>
    public string Folder => _folder.Path;

    /// <inheritdoc/>
    public int WatchdogProcessId => _watchdog.ProcessId;

    // By user: another's folders are not ours to judge.
    private static string FolderPrefix => $"listmonkps-pg-{string.Concat(Environment.UserName.Where(char.IsAsciiLetterOrDigit))}-";

    /// <summary>Removes what dead processes left, makes a cluster and starts it.</summary>
    public static async Task<OwnServer> StartAsync(ServerBinaries binaries, IMachine machine, CancellationToken ct)
    {
        ServerPrograms programs = await ServerPrograms.ForAsync(binaries, machine, ct);
        string parent = ClusterParent.Choose(programs.Account is not null);
        await ClaimedFolder.SweepAsync(parent, FolderPrefix, new ClusterRemoval(programs).RunAsync, ct);

        // The watchdog is there before the folder: at no moment would a kill leave something behind.
        string path = ClaimedFolder.NewPath(parent, FolderPrefix);
        Watchdog watchdog = await Watchdog.StartAsync(machine, ["watchdog", path, binaries.Folder], secret: null, ct);
        ClaimedFolder? folder = null;
        try
        {
            folder = ClaimedFolder.Claim(path);
            Cluster cluster = new(programs, path);
            return new OwnServer(folder, watchdog, await RunAsync(cluster, ct), CloneOptionsOf(cluster));
        }
        catch
        {
            folder?.Dispose();
            await watchdog.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void End()
    {
        _folder.Dispose();
        _watchdog.End();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _watchdog.DisposeAsync();
    }

    private static async Task<NpgsqlConnectionStringBuilder> RunAsync(Cluster cluster, CancellationToken ct)
    {
        string password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await cluster.InitialiseAsync(password, ct);
        return new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = await cluster.StartAsync(ct),
            Username = Cluster.SuperUser,
            Password = password,
            Database = "postgres",
        };
    }

    // Measured with fsync off: copying files takes half as long as the default since 15, which writes every block to the log. Older
    // servers know nothing else.
    private static string CloneOptionsOf(Cluster cluster) => cluster.Version >= FirstWithStrategies ? " STRATEGY = FILE_COPY" : "";
}
