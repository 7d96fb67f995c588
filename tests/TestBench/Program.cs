using ListmonkPS.TestBench.PostgreSql.Verbs;
using ListmonkPS.TestBench.PostgreSql.Watching;

switch (args)
{
    case ["watchdog", "cluster", string bin]: return await WatchdogVerb.ClusterAsync(bin);
    case ["watchdog", "databases"]: return await WatchdogVerb.DatabasesAsync();
    case ["hold-cluster"]: return await HoldClusterVerb.RunAsync();
    default:
        await Console.Error.WriteLineAsync("Verbs: watchdog cluster <bin folder>; watchdog databases; hold-cluster");
        return 2;
}
