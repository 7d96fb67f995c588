using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Worlds;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.OptIn.ByApi;

/// <summary>A world seen by the API alone and by the database alone.</summary>
internal sealed class BothWays : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private BothWays(World world) => World = world;

    public World World { get; }

    /// <summary>By the API, as the user who may query where the version asks for a right to it.</summary>
    public required ListmonkServer Api { get; init; }

    /// <summary>By the API, as the user who may only read.</summary>
    public required ListmonkServer Reader { get; init; }

    /// <summary>By the database, as the role that may only read.</summary>
    public required ListmonkServer Database { get; init; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<BothWays> CreateAsync(string version, string sql = "", WorldHistory history = WorldHistory.SwitchOff, int subscribers = 400)
    {
        World world = await World.CreateAsync(new WorldOptions { Version = version, History = history, Subscribers = subscribers }, Stop);
        if (sql.Length > 0)
            await world.ExecuteAsync(sql, Stop);
        ListmonkServer server = new()
        {
            Name = "s",
            Uri = world.Uri,
            Version = ListmonkVersion.Parse(version),
            Time = new FakeTimeProvider(DateTimeOffset.UtcNow),
        };
        return new BothWays(world)
        {
            Api = With(server, api: ApiOf(world, world.ApiUser, world.ApiToken)),
            Reader = With(server, api: ApiOf(world, world.ApiReader, world.ApiReaderToken)),
            Database = With(server, database: new ListmonkDatabase(
                new NpgsqlConnectionStringBuilder(world.ReadConnectionString) { Password = world.ReadPassword }, Timeout, TimeProvider.System)),
        };
    }

    /// <summary>Makes an API user with these rights and loads him; his server.</summary>
    public async Task<ListmonkServer> UserAsync(params string[] rights)
    {
        await World.ExecuteAsync(
            $"""
            insert into roles (type, name, permissions) values ('user', 'Least', array['{string.Join("','", rights)}']);
            insert into users (username, password, email, name, type, user_role_id, status)
            select 'least', password, 'least@api', 'least', 'api', (select max(id) from roles), 'enabled' from users where username = '{World.ApiUser}'
            """,
            Stop);
        await World.Server.ReloadAsync(Stop);
        return With(Api, api: ApiOf(World, "least", World.ApiToken));
    }

    public static ListmonkSession Session(ListmonkServer server) =>
        new(server) { Name = "s", HasApi = server.Api is not null, HasDatabase = server.Database is not null };

    public async ValueTask DisposeAsync()
    {
        foreach (ListmonkServer server in new[] { Api, Reader, Database })
            await server.DisposeAsync();
        await World.DisposeAsync();
    }

    private static ListmonkApi ApiOf(World world, string user, string token) =>
        new(world.Uri, new NetworkCredential(user, token), Timeout, TimeProvider.System);

    private static ListmonkServer With(ListmonkServer server, ListmonkApi? api = null, ListmonkDatabase? database = null) =>
        new() { Name = server.Name, Uri = server.Uri, Version = server.Version, Time = server.Time, Api = api, Database = database };
}
