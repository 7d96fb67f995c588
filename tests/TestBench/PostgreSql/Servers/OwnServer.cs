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

    /// <summary>Seconds for a connection and for a statement of the bench: no test is about them, and a machine may be busy.</summary>
    private const int Patience = 180;

    private readonly ServerBinaries _binaries;
    private readonly Watchdog _watchdog;
    private readonly ClusterReport _report;

    private OwnServer(ServerBinaries binaries, Watchdog watchdog, ClusterReport report, string password)
    {
        _binaries = binaries;
        _watchdog = watchdog;
        _report = report;
        Access = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = report.Port,
            Username = Cluster.SuperUser,
            Password = password,
            Database = "postgres",
            Timeout = Patience,
            CommandTimeout = Patience,
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
        return new OwnServer(binaries, watchdog, JsonSerializer.Deserialize<ClusterReport>(watchdog.Report)!, password);
    }

    /// <summary>Has it crash, as at a loss of power, and start again on the same port.</summary>
    /// <exception cref="InvalidOperationException">It did not start again.</exception>
    public async Task CrashAsync(CancellationToken ct)
    {
        ServerPrograms programs = await ServerPrograms.ForAsync(_binaries, new ThisMachine(), ct);
        string log = Path.Combine(Folder, "server.log");
        ProgramOutput restarted = await programs.RunAsync("pg_ctl", ["restart", "-w", "-s", "-m", "immediate", "-D", Cluster.DataOf(Folder), "-l", log], Folder, ct);
        if (restarted.ExitCode != 0) throw new InvalidOperationException($"The PostgreSQL server did not start again: {restarted.Error}");
    }

    /// <inheritdoc/>
    public void End() => _watchdog.End();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();
}
