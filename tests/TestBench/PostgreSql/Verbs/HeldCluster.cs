namespace ListmonkPS.TestBench.PostgreSql.Verbs;

/// <summary>What <c>hold-cluster</c> prints.</summary>
/// <param name="Folder">The folder of the cluster; empty for a given server.</param>
/// <param name="WatchdogProcessId">The process that clears up.</param>
/// <param name="ConnectionString">To its one database, for the role that makes databases, with the password.</param>
public sealed record HeldCluster(string Folder, int WatchdogProcessId, string ConnectionString);
