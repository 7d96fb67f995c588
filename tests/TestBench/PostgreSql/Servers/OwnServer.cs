using System.Security.Cryptography;
using System.Text.Json;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Running;
using ListmonkPS.TestBench.PostgreSql.Watching;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Servers;

/// <summary>A server that the bench starts in a folder of its own and that ends with it.</summary>
internal sealed class OwnServer : IServer
{
    private const int FirstWithStrategies = 15;

    private readonly Watchdog _watchdog;
    private readonly ClusterReport _report;

    private OwnServer(Watchdog watchdog, ClusterReport report, string password)
    {
        _watchdog = watchdog;
        _report = report;
        Access = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = report.Port,
            Username = Cluster.SuperUser,
            Password = password,
            Database = "postgres",
        };
    }

    /// <inheritdoc/>
    public NpgsqlConnectionStringBuilder Access { get; }

    /// <inheritdoc/>
    public string DatabasePrefix => "bench_";

    /// <summary>
    /// Measured with fsync off: copying files takes half as long as the default since 15, which writes every block to the log. Older servers
    /// know nothing else.
    /// </summary>
    public string CloneOptions => _report.Version >= FirstWithStrategies ? " STRATEGY = FILE_COPY" : "";

    /// <inheritdoc/>
    public string Folder => _report.Folder;

    /// <inheritdoc/>
    public int WatchdogProcessId => _watchdog.ProcessId;

    /// <summary>Starts it.</summary>
    public static async Task<OwnServer> StartAsync(ServerBinaries binaries, IMachine machine, CancellationToken ct)
    {
        string password = RandomNumberGenerator.GetHexString(32, lowercase: true);
        Watchdog watchdog = await Watchdog.StartAsync(machine, ["watchdog", "cluster", binaries.Folder], password, ct);
        return new OwnServer(watchdog, JsonSerializer.Deserialize<ClusterReport>(watchdog.Report)!, password);
    }

    /// <inheritdoc/>
    public void End() => _watchdog.End();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();
}
