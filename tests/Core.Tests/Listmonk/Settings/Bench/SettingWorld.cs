using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

/// <summary>A world with the door to its settings, and sessions for each access.</summary>
internal sealed class SettingWorld : IAsyncDisposable
{
    public const string Switch = "app.send_optin_confirmation";

    /// <summary>Long enough for two busy cores; nothing is measured by it.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly List<ListmonkServer> _servers = [];

    private SettingWorld(World world)
    {
        World = world;
        StateFolder = Path.Combine(world.Folder, "state");
        Door = new SettingDoor(StateFolder);
    }

    public World World { get; }

    public string StateFolder { get; }

    public SettingDoor Door { get; }

    public HeardNotices Notices { get; init; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<SettingWorld> CreateAsync(string version, WorldHistory history = WorldHistory.Empty, TimeSpan? reloadDelay = null, TimeSpan? downtime = null)
    {
        WorldOptions options = new() { Version = version, History = history, Subscribers = 0, Downtime = downtime ?? TimeSpan.FromMilliseconds(100) };
        return new SettingWorld(await World.CreateAsync(reloadDelay is { } delay ? options with { ReloadDelay = delay } : options, Stop));
    }

    /// <summary>A session of the world.</summary>
    /// <param name="access">Which accesses it has.</param>
    /// <param name="isReader">True for the role and the user that may only read.</param>
    /// <param name="isApiReader">Likewise for the user alone; as <paramref name="isReader"/> when null.</param>
    /// <param name="time">Clock of all waits but those of single calls.</param>
    public ListmonkSession Session(Access access, bool isReader = false, bool? isApiReader = null, TimeProvider? time = null)
    {
        ListmonkServer server = new()
        {
            Name = "bench",
            Uri = World.Uri,
            Api = access.HasFlag(Access.Api) ? Api(isApiReader ?? isReader) : null,
            Database = access.HasFlag(Access.Database) ? Database(isReader) : null,
            Version = ListmonkVersion.Parse(World.Options.Version),
            Time = time ?? TimeProvider.System,
        };
        _servers.Add(server);
        return new ListmonkSession(server)
        {
            Name = "bench",
            HasApi = access.HasFlag(Access.Api),
            HasDatabase = access.HasFlag(Access.Database),
        };
    }

    public Task<SettingReading> ReadAsync(ListmonkSession session, params string[] names) => Door.ReadAsync(session, names, Notices, Stop);

    public Task<SettingChangePlan> PlanAsync(ListmonkSession session, string name, object? value, Access via = Access.None, bool noReload = false) =>
        PlanAsync(session, new SettingChangeOptions { Via = via, NoReload = noReload }, (name, value));

    public Task<SettingChangePlan> PlanAsync(ListmonkSession session, SettingChangeOptions options, params (string Name, object? Value)[] values) =>
        Door.PlanAsync(session, [.. values.Select(value => new SettingAssignment(value.Name, value.Value))], options, Notices, Stop);

    /// <summary>Carries out a plan of one setting.</summary>
    public async Task<ListmonkSettingChange> ApplyAsync(ListmonkSession session, SettingChangePlan plan, INoticeSink? notices = null, CancellationToken? stop = null) =>
        Assert.Single(await Door.ApplyAsync(session, plan, notices ?? Notices, stop ?? Stop));

    public async Task<ListmonkSettingChange> SetAsync(ListmonkSession session, string name, object? value, Access via = Access.None, bool noReload = false) =>
        await ApplyAsync(session, await PlanAsync(session, name, value, via, noReload));

    /// <summary>Sets several at once.</summary>
    public async Task<IReadOnlyList<ListmonkSettingChange>> SetAsync(ListmonkSession session, SettingChangeOptions options, params (string Name, object? Value)[] values) =>
        await Door.ApplyAsync(session, await PlanAsync(session, options, values), Notices, Stop);

    public static async Task<Failure> FailureOfAsync(Task work) => (await Assert.ThrowsAsync<FailureException>(() => work)).Failure;

    /// <summary>The settings rows as text, whole: what proves that a row is what it was.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync()
    {
        await using NpgsqlCommand command = World.Database.CreateCommand("select key, value::text from settings");
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(Stop);
        SortedDictionary<string, string> rows = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(Stop)) rows.Add(reader.GetString(0), reader.GetString(1));
        return rows;
    }

    public Task<string?> RowAsync(string key) => World.ScalarAsync<string>($"select value::text from settings where key = '{key}'", Stop);

    public Task<int> SqlAsync(string sql) => World.ExecuteAsync(sql, Stop);

    /// <summary>Whether somebody who signs up now is mailed, as the server that runs does it.</summary>
    public async Task<bool> MailsSignUpsAsync()
    {
        string? list = await World.ScalarAsync<string>("select uuid::text from lists where optin = 'double' and type = 'public' order by id limit 1", Stop);
        string email = $"{Guid.NewGuid():N}@example.org";
        using HttpClient client = new() { BaseAddress = World.Uri };
        using StringContent body = new(JsonSerializer.Serialize(new { email, name = "New", list_uuids = new[] { list } }), null, "application/json");
        using HttpResponseMessage answer = await client.PostAsync("api/public/subscription", body, Stop);
        string text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        if (!text.Contains("true", StringComparison.Ordinal)) return false;
        await World.Mail.WaitForAsync(mail => mail.To.Contains(email), Timeout, Stop); // it had to log in at the sink with the stored password
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (ListmonkServer server in _servers) await server.DisposeAsync();
        await World.DisposeAsync();
    }

    private ListmonkApi Api(bool isReader) => new(
        World.Uri, new NetworkCredential(isReader ? World.ApiReader : World.ApiUser, isReader ? World.ApiReaderToken : World.ApiToken), Timeout, TimeProvider.System);

    private ListmonkDatabase Database(bool isReader) => new(
        new NpgsqlConnectionStringBuilder(isReader ? World.ReadConnectionString : World.ConnectionString) { Password = isReader ? World.ReadPassword : World.DatabasePassword },
        Timeout,
        TimeProvider.System);
}
