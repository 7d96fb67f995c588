using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Verbs;
using Npgsql;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>A process that holds a cluster and may be killed.</summary>
internal sealed class PostgreSqlHolder : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(5);

    private readonly Process _process;

    private PostgreSqlHolder(Process process, HeldCluster cluster)
    {
        _process = process;
        Cluster = cluster;
        ServerProcessId = cluster.Folder.Length == 0 ? 0 : int.Parse(
            File.ReadLines(Path.Combine(cluster.Folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
    }

    public HeldCluster Cluster { get; }

    public int ProcessId => _process.Id;

    public int ServerProcessId { get; }

    /// <summary>Starts it in a session, and so a process group, of its own.</summary>
    /// <param name="given">The connection string of a given server; null for a cluster of its own.</param>
    public static async Task<PostgreSqlHolder> StartAsync(string? given = null)
    {
        ProcessStartInfo start = BenchProgram.Start(new ThisMachine(), ownSession: true, "hold-cluster");
        start.Environment[GivenServerSource.VariableName] = given;
        Process process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Bound);
        if (line is null) Assert.Fail(await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        return new PostgreSqlHolder(process, JsonSerializer.Deserialize<HeldCluster>(line)!);
    }

    /// <summary>Ends the process with SIGKILL: it runs not one more instruction.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit(Bound);
    }

    public async Task<bool> AnswersAsync()
    {
        NpgsqlConnectionStringBuilder access = new(Cluster.ConnectionString) { Pooling = false, Timeout = 60 };
        await using NpgsqlConnection connection = new(access.ConnectionString);
        try
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
