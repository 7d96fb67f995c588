using System.Text.Json;

namespace ListmonkPS.TestBench.PostgreSql.Verbs;

/// <summary>
/// Starts a cluster with one database, prints a <see cref="HeldCluster"/> as one line of JSON,
/// and holds it until the end of input: for tests that kill it.
/// </summary>
internal static class HoldClusterVerb
{
    /// <summary>Does it.</summary>
    public static async Task<int> RunAsync()
    {
        await using PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync();
        string database = await cluster.CloneAsync("template0");
        Console.WriteLine(JsonSerializer.Serialize(new HeldCluster(
            cluster.Folder ?? "", cluster.WatchdogProcessId, cluster.ConnectionString(database))));
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
