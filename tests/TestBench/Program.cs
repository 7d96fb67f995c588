using ListmonkPS.TestBench.PostgreSql.Verbs;

switch (args)
{
    case ["watchdog", string folder, string bin]: return await WatchdogVerb.ClusterAsync(folder, bin);
    case ["watchdog-databases", string run]: return await WatchdogVerb.DatabasesAsync(run);
    case ["hold-cluster"]: return await HoldClusterVerb.RunAsync();
    default:
        await Console.Error.WriteLineAsync("Verbs: watchdog <cluster folder> <bin folder>; watchdog-databases <run>; hold-cluster");
        return 2;
}
