using ListmonkPS.TestBench.PostgreSql.Folders;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Running;
using ListmonkPS.TestBench.PostgreSql.Watching;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Verbs;

/// <summary>The watchdog's side of <see cref="Watchdog"/>: waits for the end of its input, then clears up.</summary>
internal static class WatchdogVerb
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(50);

    /// <summary>Ends the server of a folder and removes the folder.</summary>
    public static Task<int> ClusterAsync(string folder, string bin) => ClearUpAsync(secret: false, async (_, ct) =>
    {
        ServerPrograms programs = await ServerPrograms.ForAsync(new ServerBinaries(bin), new ThisMachine(), ct);
        await new ClusterRemoval(programs).RunAsync(folder, ct);
        File.Delete(ClaimedFolder.LockOf(folder));
    });

    /// <summary>Drops the databases of a run; the first line of input is the connection string.</summary>
    public static Task<int> DatabasesAsync(string run) => ClearUpAsync(secret: true, async (access, ct) =>
    {
        await using NpgsqlConnection connection = new(access);
        await connection.OpenAsync(ct);
        await RunDatabases.DropAsync(connection, run, ct);
    });

    private static async Task<int> ClearUpAsync(bool secret, Func<string?, CancellationToken, Task> clearUp)
    {
        using SignalShield shield = new();
        string? access = secret ? await Console.In.ReadLineAsync() : null;
        await WatchAsync();
        using CancellationTokenSource deadline = new(Bound);
        try
        {
            await clearUp(access, deadline.Token);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException
            or OperationCanceledException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task WatchAsync()
    {
        Console.WriteLine(Watchdog.Ready);
        while (await Console.In.ReadLineAsync() is not null)
        {
            // Nothing is said on this pipe: only its end counts.
        }
    }
}
