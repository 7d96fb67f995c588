using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Tests.Listmonk.Api;
using ListmonkPS.Core.Tests.Listmonk.Database;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

public sealed class ConnectionDoorTests : IDisposable
{
    private const string Profile = """{"data":{"username":"monitor","user_role":{"id":2,"permissions":["settings:get"]}}}""";

    private static readonly NetworkCredential Credential = new("monitor", "s3cret");

    private readonly RecordedNotices _notices = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("listmonkps-").FullName;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Both_accesses_are_proved_and_told()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        NpgsqlConnectionStringBuilder role = await world.NewRoleAsync();
        await world.ExecuteAsync($"GRANT SELECT ON settings, lists, subscribers, subscriber_lists TO {role.Username}");
        await using ScriptedServer server = Server("v6.2.0");
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest
        {
            Uri = server.Uri,
            ApiCredential = Credential,
            ConnectionString = $"Host={world.Host};Port={world.Port};Database={world.Name}",
            DatabaseCredential = new NetworkCredential(role.Username, role.Password),
        });
        ListmonkSession session = outcome.Session;
        Assert.Empty(outcome.Failures);
        Assert.Equal(($"127.0.0.1:{server.Port}", "v6.2.0", true, true, null), (session.Name, session.Version, session.HasApi, session.HasDatabase, session.Problem));
        Assert.Equal(("settings:get", "monitor", true), (session.Permissions.ToString(), session.User, session.IsDatabaseReadOnly));
        Assert.Equal($"{world.Host}:{world.Port}/{world.Name}", session.Database);
        Assert.Equal("SELECT settings; SELECT lists; SELECT subscribers; SELECT subscriber_lists", session.DatabaseRights.ToString());
        Assert.Equal((role.Username, SessionRights.Read), (session.DatabaseUser, session.Rights));
        Assert.Equal(3, _notices.Verboses.Count);
        Assert.Empty(_notices.Warnings);

        ListmonkServer link = ListmonkServer.Of(session);
        Assert.NotNull(link.Api);
        Assert.NotNull(link.Database);
        Assert.True(link.Quirks.HasSettingByKey);

        await NewDoor().DisconnectAsync(session);
        await NewDoor().DisconnectAsync(session);
        Assert.Equal("SessionClosed", Assert.Throws<FailureException>(() => ListmonkServer.Of(session)).Failure.Id);
    }

    [Fact]
    public async Task The_database_alone_tells_the_last_migration()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync("v3.0.0");
        ConnectOutcome outcome = await ConnectAsync(DatabaseRequest(world));
        Assert.Equal(("v3.0.0", false, true, null), (outcome.Session.Version, outcome.Session.HasApi, outcome.Session.HasDatabase, outcome.Session.Uri));
        Assert.Equal(($"{world.Host}:{world.Port}/{world.Name}", false), (outcome.Session.Name, outcome.Session.IsDatabaseReadOnly));
        Assert.True(ListmonkServer.Of(outcome.Session).Quirks.NullForEmpty);
        await NewDoor().DisconnectAsync(outcome.Session);
    }

    [Fact]
    public async Task A_dead_server_still_has_a_session_and_comes_back_by_itself()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        await world.ExecuteAsync("ALTER TABLE settings RENAME TO gone");
        await using ScriptedServer server = ScriptedServer.Of(("/api/config", ScriptedServer.Json(403, """{"message":"invalid API credentials"}""")));
        ConnectOutcome outcome = await ConnectAsync(DatabaseRequest(world) with { Uri = server.Uri, ApiCredential = Credential, Name = "shop" });
        Assert.Equal(["LoginRefused", "NotListmonkDatabase"], outcome.Failures.Select(failure => failure.Id));
        ListmonkSession session = outcome.Session;
        Assert.Equal(("shop", false, false, null), (session.Name, session.HasApi, session.HasDatabase, session.Version));
        Assert.Equal(outcome.Failures[0].Message, session.Problem);

        await world.ExecuteAsync("ALTER TABLE gone RENAME TO settings");
        Assert.Null((await ListmonkServer.Of(session).Database!.ProbeAsync(Test)).Problem);
        await NewDoor().DisconnectAsync(session);
    }

    [Theory]
    [InlineData(true, "has no API users")]
    [InlineData(false, "without a log-in")]
    public async Task A_server_with_one_administrator_or_none_is_warned_of(bool hasCredential, string warning) // G38
    {
        await using ScriptedServer server = Server("v3.0.0");
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest { Uri = server.Uri, ApiCredential = hasCredential ? Credential : null });
        Assert.True(outcome.Session.HasApi);
        Assert.Contains(warning, Assert.Single(_notices.Warnings), StringComparison.Ordinal);
        Assert.Equal((true, SessionRights.All), (outcome.Session.IsSuperAdmin, outcome.Session.Rights));
        Assert.Equal("/api/config", Assert.Single(server.Requests).Split(' ')[1]); // v3 has no profile to ask for
        Assert.Equal(hasCredential ? "monitor" : null, outcome.Session.User);
        await NewDoor().DisconnectAsync(outcome.Session);
    }

    [Fact]
    public async Task Config_toml_brings_database_and_the_log_in_of_v3()
    {
        await using TestDatabase world = await TestDatabase.CreateAsync("v3.0.0");
        await using ScriptedServer server = Server("v3.0.0");
        NpgsqlConnectionStringBuilder access = world.Access();
        string path = Path.Combine(_folder, "config.toml");
        await File.WriteAllTextAsync(
            path,
            $"[app]\nadmin_username = \"admin\"\nadmin_password = \"from-file\"\n[db]\nhost = \"{access.Host}\"\nport = {access.Port}\nuser = \"{access.Username}\"\npassword = \"wrong\"\ndatabase = \"{access.Database}\"\nssl_mode = \"disable\"\n",
            Test);
        ConnectOutcome outcome = await ConnectAsync(
            new ConnectRequest { Uri = server.Uri, ConfigPath = path }, ("LISTMONK_db__password", access.Password ?? ""));
        Assert.Empty(outcome.Failures);
        Assert.Equal((true, true, "admin"), (outcome.Session.HasApi, outcome.Session.HasDatabase, outcome.Session.User));
        Assert.Contains(
            Convert.ToBase64String("admin:from-file"u8), Assert.Single(server.Requests), StringComparison.Ordinal);
        await NewDoor().DisconnectAsync(outcome.Session);
    }

    [Fact]
    public async Task Rights_that_cannot_be_read_stop_nothing()
    {
        await using ScriptedServer server = ScriptedServer.Of(
            ("/api/config", ScriptedServer.Json(200, """{"data":{"version":"v6.2.0"}}""")), ("/api/profile", ScriptedServer.Json(500, """{"message":"x"}""")));
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest { Uri = server.Uri, ApiCredential = Credential });
        Assert.Empty(outcome.Failures);
        Assert.Equal((true, "", "monitor"), (outcome.Session.HasApi, outcome.Session.Permissions.ToString(), outcome.Session.User));
        Assert.Contains(_notices.Verboses, text => text.Contains("rights", StringComparison.Ordinal));
        await NewDoor().DisconnectAsync(outcome.Session);
    }

    [Fact]
    public async Task Nothing_to_connect_to_is_said()
    {
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ConnectAsync(new ConnectRequest { Name = "x" }));
        Assert.Equal(("NothingToConnect", FailureCategory.InvalidArgument), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("-Uri", exception.Failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_ends_it_while_the_clock_stands_and_leaves_no_session()
    {
        TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            await ScriptedServer.ReadHeadAsync(stream, token);
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        using CancellationTokenSource stop = new();
        Task connect = new ConnectionDoor(new FakeTimeProvider(), new Dictionary<string, string>()).ConnectAsync(new ConnectRequest { Uri = server.Uri }, _notices, stop.Token);
        await asked.Task.WaitAsync(Test);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connect.WaitAsync(TimeSpan.FromMinutes(1), Test));
    }

    private static ScriptedServer Server(string version) => version == "v3.0.0"
        ? ScriptedServer.Of(("/api/config", ScriptedServer.Json(200, $$$"""{"data":{"version":"{{{version}}}"}}""")))
        : ScriptedServer.Of(
            ("/api/config", ScriptedServer.Json(200, $$$"""{"data":{"version":"{{{version}}}"}}""")), ("/api/profile", ScriptedServer.Json(200, Profile)));

    private static ConnectRequest DatabaseRequest(TestDatabase world) => new()
    {
        ConnectionString = $"Host={world.Host};Port={world.Port};Database={world.Name}",
        DatabaseCredential = new NetworkCredential(world.Access().Username, world.Access().Password),
    };

    private static ConnectionDoor NewDoor(params (string Name, string Value)[] environment) =>
        new(TimeProvider.System, environment.ToDictionary(pair => pair.Name, pair => pair.Value));

    private Task<ConnectOutcome> ConnectAsync(ConnectRequest request, params (string Name, string Value)[] environment) =>
        NewDoor(environment).ConnectAsync(request, _notices, Test);
}
