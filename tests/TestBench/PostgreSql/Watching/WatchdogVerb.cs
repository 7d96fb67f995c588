using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>
/// The other process of <see cref="Watchdog"/>. It reads the secret from the first line of its input, makes what is wanted, says so on one
/// line, and waits for the end of its input to clear up. As it makes all things itself, there is no moment at which a kill of the process
/// that it watches could leave something behind: it goes on to the end of what it does, then sees that it is alone.
/// </summary>
internal static class WatchdogVerb
{
    private static readonly TimeSpan StartBound = TimeSpan.FromMinutes(4);

    /// <summary>Keeps a cluster; the secret is the superuser's password.</summary>
    public static Task<int> ClusterAsync(string bin) => WatchAsync((password, ct) => WatchedCluster.StartAsync(bin, password, ct));

    /// <summary>Keeps the databases of a run in a given server; the secret is the connection string.</summary>
    public static Task<int> DatabasesAsync() => WatchAsync(WatchedDatabases.StartAsync);

    private static async Task<int> WatchAsync(Func<string, CancellationToken, Task<IWatched>> start)
    {
        using SignalShield shield = new();
        if (await Console.In.ReadLineAsync() is not string secret) return 0; // It died before it said what it wants.
        try
        {
            using CancellationTokenSource deadline = new(StartBound);
            await using IWatched watched = await start(secret, deadline.Token);
            Console.WriteLine(watched.Report);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException or TimeoutException
            or OperationCanceledException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
