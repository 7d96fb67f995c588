using System.Globalization;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.TestBench.PostgreSql;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Database;

/// <summary>A database of one test, with listmonk's tables in it, and the superuser's hand in it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly PostgreSqlCluster _cluster;
    private readonly List<string> _roles = [];

    private TestDatabase(PostgreSqlCluster cluster, string name) => (_cluster, Name) = (cluster, name);

    public string Name { get; }

    public string Host => _cluster.Host;

    public int Port => _cluster.Port;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    /// <summary>A fresh database as a version has it.</summary>
    public static async Task<TestDatabase> CreateAsync(string version = "v6.2.0")
    {
        PostgreSqlCluster cluster = await PostgreSqlCluster.SharedAsync(Test);
        string template = await cluster.TemplateAsync("small-" + version, (connection, token) => SmallSchema.CreateAsync(version, connection, token), Test);
        return new TestDatabase(cluster, await cluster.CloneAsync(template, Test));
    }

    /// <summary>How to connect, as the superuser.</summary>
    public NpgsqlConnectionStringBuilder Access() => new(_cluster.ConnectionString(Name));

    /// <summary>How to connect, as a role that this makes: one that may log in and nothing more.</summary>
    public async Task<NpgsqlConnectionStringBuilder> NewRoleAsync(string options = "")
    {
        string role = "role_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..12];
        await ExecuteAsync($"CREATE ROLE {role} LOGIN PASSWORD 'role-secret' {options}");
        _roles.Add(role);
        return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString(Name, role, "role-secret"));
    }

    /// <summary>What the module opens, by default as the superuser.</summary>
    public ListmonkDatabase Open(NpgsqlConnectionStringBuilder? access = null, double seconds = 20, TimeProvider? time = null) =>
        new(access ?? Access(), TimeSpan.FromSeconds(seconds), time ?? TimeProvider.System);

    public async Task ExecuteAsync(string sql)
    {
        await using NpgsqlConnection connection = new(_cluster.ConnectionString(Name));
        await connection.OpenAsync(Test);
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync(Test);
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using NpgsqlConnection connection = new(_cluster.ConnectionString(Name));
        await connection.OpenAsync(Test);
        await using NpgsqlCommand command = new(sql, connection);
        return await command.ExecuteScalarAsync(Test);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string role in _roles)
            await ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        await _cluster.DropAsync(Name, Test);
    }
}
