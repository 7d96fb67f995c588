using System.Diagnostics;
using System.Globalization;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;

namespace ListmonkPS.Core.Tests.TestBench;

/// <summary>Nothing is left behind, however a process ends.</summary>
public sealed class PostgreSqlFaultTests
{
    private static readonly ThisMachine Machine = new();

    public PostgreSqlFaultTests() => Assert.SkipWhen(
        Machine.Variable(GivenServerSource.VariableName) is not null, "A server that was given is not ours to kill.");

    [Fact]
    public async Task After_SIGKILL_server_and_folder_are_gone()
    {
        using PostgreSqlHolder holder = await PostgreSqlHolder.StartAsync();
        Assert.True(await holder.AnswersAsync());
        holder.Kill();
        await EverythingIsGoneAsync(holder);
    }

    [Fact]
    public async Task After_an_orderly_end_server_and_folder_are_gone()
    {
        string folder;
        await using (PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(TestContext.Current.CancellationToken))
        {
            folder = cluster.Folder!;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
        Assert.False(File.Exists(folder + ".lock"));
    }

    [Fact]
    public async Task After_Ctrl_C_server_and_folder_are_gone()
    {
        RequireSignals("setsid");
        using PostgreSqlHolder holder = await PostgreSqlHolder.StartAsync();
        await SignalAsync("INT", -holder.ProcessId);
        await EverythingIsGoneAsync(holder);
    }

    [Fact]
    public async Task No_signal_that_ends_others_ends_the_watchdog()
    {
        RequireSignals();
        using PostgreSqlHolder holder = await PostgreSqlHolder.StartAsync();
        foreach (string signal in (string[])["INT", "TERM", "HUP", "QUIT"]) await SignalAsync(signal, holder.Cluster.WatchdogProcessId);
        holder.Kill();
        await EverythingIsGoneAsync(holder);
    }

    [Fact]
    public async Task The_next_start_clears_up_after_a_watchdog_that_was_killed_too_and_spares_the_living()
    {
        using PostgreSqlHolder living = await PostgreSqlHolder.StartAsync();
        using PostgreSqlHolder dead = await PostgreSqlHolder.StartAsync();
        using (Process watchdog = Process.GetProcessById(dead.Cluster.WatchdogProcessId)) watchdog.Kill();
        await Eventually.HoldsAsync("the watchdog is dead", () => !LivingProcess.IsAlive(dead.Cluster.WatchdogProcessId));
        dead.Kill();
        Assert.True(await dead.AnswersAsync());

        await using PostgreSqlCluster next = await PostgreSqlCluster.StartAsync(TestContext.Current.CancellationToken);
        await EverythingIsGoneAsync(dead);
        Assert.True(await living.AnswersAsync());
        Assert.True(Directory.Exists(living.Cluster.Folder));
    }

    [Fact]
    public async Task Two_processes_start_clusters_at_once()
    {
        PostgreSqlHolder[] holders = await Task.WhenAll(PostgreSqlHolder.StartAsync(), PostgreSqlHolder.StartAsync());
        using PostgreSqlHolder first = holders[0];
        using PostgreSqlHolder second = holders[1];
        Assert.NotEqual(first.Cluster.Folder, second.Cluster.Folder);
        first.Kill();
        await EverythingIsGoneAsync(first);
        Assert.True(await second.AnswersAsync());
    }

    private static async Task EverythingIsGoneAsync(PostgreSqlHolder holder)
    {
        await Eventually.HoldsAsync("the server is gone", () => !LivingProcess.IsAlive(holder.ServerProcessId));
        await Eventually.HoldsAsync("the folder is gone", () => !Directory.Exists(holder.Cluster.Folder));
        await Eventually.HoldsAsync("the lock is gone", () => !File.Exists(holder.Cluster.Folder + ".lock"));
        await Eventually.HoldsAsync("the watchdog is gone", () => !LivingProcess.IsAlive(holder.Cluster.WatchdogProcessId));
        Assert.False(await holder.AnswersAsync());
    }

    private static void RequireSignals(params IEnumerable<string> programs)
    {
        foreach (string program in programs.Append("kill"))
        {
            Assert.SkipWhen(SearchPath.Program(Machine, program) is null, $"{program} is not on PATH.");
        }
    }

    private static async Task SignalAsync(string signal, int target)
    {
        string[] arguments = ["-s", signal, "--", target.ToString(CultureInfo.InvariantCulture)];
        ProgramOutput sent = await Machine.RunAsync("kill", arguments, Path.GetTempPath(), TestContext.Current.CancellationToken);
        Assert.True(sent.ExitCode == 0, sent.Error);
    }
}
