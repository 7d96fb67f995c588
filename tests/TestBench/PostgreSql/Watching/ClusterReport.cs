namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>What the watchdog of a cluster says when the server is up.</summary>
/// <param name="Folder">The cluster's folder.</param>
/// <param name="Port">TCP port on 127.0.0.1.</param>
/// <param name="Version">The server's major version.</param>
internal sealed record ClusterReport(string Folder, int Port, decimal Version);
