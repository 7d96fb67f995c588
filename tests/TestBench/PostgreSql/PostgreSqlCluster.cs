using System.Globalization;
using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Servers;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql;

/// <summary>
/// A disposable PostgreSQL: a server, in it template databases that are built once, and databases cloned from them in a moment. Nothing of it
/// outlives the process. Thread-safe.
/// </summary>
public sealed class PostgreSqlCluster : IAsyncDisposable
{
    private const int IdleSeconds = 10;

    private static readonly Lazy<Task<PostgreSqlCluster>> Shared = new(StartSharedAsync);

    private readonly IServer _server;
    private readonly NpgsqlDataSource _admin;
    private readonly TemplateDatabases _templates;
    private int _lastDatabase;

    private PostgreSqlCluster(IServer server)
    {
        _server = server;
        _admin = NpgsqlDataSource.Create(server.Access);
        _templates = new TemplateDatabases(this);
    }

    /// <summary>Address of the server; 127.0.0.1 for one of our own.</summary>
    public string Host => _server.Access.Host ?? "";

    /// <summary>TCP port; for a server of our own one that was free.</summary>
    public int Port => _server.Access.Port;

    /// <summary>The role that makes databases: a superuser in a server of our own, maybe not in a given one.</summary>
    public string SuperUser => _server.Access.Username ?? "";

    /// <summary>Its password; empty when a given server wants none.</summary>
    public string SuperPassword => _server.Access.Password ?? "";

    /// <summary>The folder of the cluster; null for a given server.</summary>
    public string? Folder => _server.Folder;

    /// <summary>The process that clears up when this one is gone.</summary>
    internal int WatchdogProcessId => _server.WatchdogProcessId;

    /// <summary>The cluster of this process: started when it is first asked for, ended with the process.</summary>
    /// <param name="ct">Ends the wait of this caller; the cluster starts all the same, for the others.</param>
    /// <exception cref="ServerNotFoundException">There is no PostgreSQL on this machine, and none can be had.</exception>
    public static Task<PostgreSqlCluster> SharedAsync(CancellationToken ct = default) => Shared.Value.WaitAsync(ct);

    /// <summary>A cluster of the caller's own, which may be spoiled. With a given server it is the given one.</summary>
    /// <exception cref="ServerNotFoundException">There is no PostgreSQL on this machine, and none can be had.</exception>
    public static Task<PostgreSqlCluster> StartAsync(CancellationToken ct = default) =>
        StartAsync(ServerLocator.For(new ThisMachine()), ct);

    /// <summary>A cluster with the server that a locator finds.</summary>
    /// <exception cref="ServerNotFoundException">It finds none.</exception>
    public static async Task<PostgreSqlCluster> StartAsync(ServerLocator locator, CancellationToken ct = default)
    {
        ThisMachine machine = new();
        return new PostgreSqlCluster(await locator.FindAsync(ct) switch
        {
            ServerBinaries binaries => await OwnServer.StartAsync(binaries, machine, ct),
            GivenServer given => await SharedServer.OpenAsync(given.ConnectionString, machine, ct),
            FoundServer other => throw new NotSupportedException(other.GetType().Name),
        });
    }

    /// <summary>How to connect, for Npgsql, with the password.</summary>
    /// <param name="database">The database.</param>
    /// <param name="user">The role; null for the one that makes databases.</param>
    /// <param name="password">The password of <paramref name="user"/>.</param>
    public string ConnectionString(string database, string? user = null, string? password = null)
    {
        NpgsqlConnectionStringBuilder builder = new(_server.Access.ConnectionString)
        {
            Database = database,
            ConnectionIdleLifetime = IdleSeconds, // Many databases, each with a pool: idle connections would use the server up.
            ConnectionPruningInterval = IdleSeconds / 2,
        };
        if (user is null) return builder.ConnectionString;
        builder.Username = user;
        builder.Password = password;
        return builder.ConnectionString;
    }

    /// <summary>The template database of a key; the first caller of the key builds it, the others wait for it.</summary>
    /// <param name="key">What it holds, as a word.</param>
    /// <param name="build">Fills an empty database.</param>
    /// <param name="ct">Ends the wait of this caller, not the building.</param>
    /// <returns>The name of the database. Nobody must connect to it.</returns>
    public Task<string> TemplateAsync(string key, Func<NpgsqlConnection, CancellationToken, Task> build, CancellationToken ct = default) =>
        _templates.GetAsync(key, build, ct);

    /// <summary>Makes a database that is a copy of another.</summary>
    /// <param name="template">A template, or any database to which nobody is connected.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>The name of the new database.</returns>
    public async Task<string> CloneAsync(string template, CancellationToken ct = default)
    {
        string database = NewName();
        await ExecuteAsync($"CREATE DATABASE {Quoted(database)} TEMPLATE {Quoted(template)}{_server.CloneOptions}", ct);
        return database;
    }

    /// <summary>Drops a database, ending the connections to it. No error when there is none of that name.</summary>
    public async Task DropAsync(string database, CancellationToken ct = default)
    {
        await using (NpgsqlConnection pooled = new(ConnectionString(database)))
        {
            NpgsqlConnection.ClearPool(pooled);
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS {Quoted(database)} WITH (FORCE)", ct);
    }

    /// <summary>Has the server crash (pg_ctl restart -m immediate) and start again on the same port; only one of our own, which nobody shares.</summary>
    /// <exception cref="InvalidOperationException">It is a given server, or it did not start again.</exception>
    public async Task CrashAsync(CancellationToken ct = default)
    {
        if (_server is not OwnServer own)
            throw new InvalidOperationException("A given server is not ours to crash.");
        await own.CrashAsync(ct);
        _admin.Clear(); // its connections died with the server
    }

    /// <summary>Ends the server and removes its folder; in a given server, drops this run's databases.</summary>
    public async ValueTask DisposeAsync()
    {
        await _admin.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>Makes an empty database.</summary>
    internal async Task<string> CreateAsync(CancellationToken ct)
    {
        string database = NewName();
        await ExecuteAsync($"CREATE DATABASE {Quoted(database)} TEMPLATE template0 ENCODING 'UTF8'{_server.CloneOptions}", ct);
        return database;
    }

    private static async Task<PostgreSqlCluster> StartSharedAsync()
    {
        PostgreSqlCluster cluster = await StartAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => cluster._server.End();
        return cluster;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private string NewName() => _server.DatabasePrefix + Interlocked.Increment(ref _lastDatabase).ToString(CultureInfo.InvariantCulture);

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = _admin.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }
}
