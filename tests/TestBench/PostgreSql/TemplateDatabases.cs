using System.Collections.Concurrent;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql;

/// <summary>The templates of a cluster, each built once.</summary>
/// <param name="cluster">Where they are.</param>
internal sealed class TemplateDatabases(PostgreSqlCluster cluster)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _built = new(StringComparer.Ordinal);

    /// <summary>The template of a key. A failure to build it is every caller's failure.</summary>
    /// <param name="key">The key.</param>
    /// <param name="build">Fills an empty database.</param>
    /// <param name="ct">Ends the wait of this caller; others may wait for the same building.</param>
    public Task<string> GetAsync(string key, Func<NpgsqlConnection, CancellationToken, Task> build, CancellationToken ct) =>
        _built.GetOrAdd(key, _ => new Lazy<Task<string>>(() => BuildAsync(build))).Value.WaitAsync(ct);

    private async Task<string> BuildAsync(Func<NpgsqlConnection, CancellationToken, Task> build)
    {
        string database = await cluster.CreateAsync(CancellationToken.None);

        // Not pooled: a connection kept open would stand in the way of cloning.
        NpgsqlConnectionStringBuilder access = new(cluster.ConnectionString(database)) { Pooling = false };
        await using NpgsqlConnection connection = new(access.ConnectionString);
        await connection.OpenAsync();
        await build(connection, CancellationToken.None);
        return database;
    }
}
