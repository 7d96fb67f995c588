using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

/// <summary>Connecting to a listmonk of each version, as an operator would.</summary>
public sealed class ConnectWorldTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Address_and_config_toml_are_enough_where_the_file_has_the_log_in(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest { Uri = world.Uri, ConfigPath = world.ConfigPath });
        Assert.True(outcome.Session.HasDatabase);
        if (!ListmonkVersions.Quirks(version).HasUsers)
        {
            Assert.Empty(outcome.Failures);
            Assert.Equal((true, world.ApiUser), (outcome.Session.HasApi, outcome.Session.User));
        }
        else
        {
            Failure failure = Assert.Single(outcome.Failures);
            Assert.Equal("LoginRefused", failure.Id);
            Assert.Contains("no credential was given", failure.Message, StringComparison.Ordinal);
        }

        await DisconnectAsync(outcome);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_roles_with_the_least_rights_are_enough(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest
        {
            Uri = world.Uri,
            ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken),
            ConnectionString = world.ReadConnectionString,
            DatabaseCredential = new NetworkCredential(world.ReadUser, world.ReadPassword),
        });
        Assert.Empty(outcome.Failures);
        Assert.Equal(
            (version, true, true, true, world.ApiReader),
            (outcome.Session.Version, outcome.Session.HasApi, outcome.Session.HasDatabase, outcome.Session.IsDatabaseReadOnly, outcome.Session.User));
        Assert.Equal(!ListmonkVersions.Quirks(version).HasUsers ? "" : "settings:get; lists:get_all; subscribers:get_all", outcome.Session.Permissions.ToString());
        await DisconnectAsync(outcome);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_wrong_token_is_refused_in_the_words_of_the_version(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        ConnectOutcome outcome = await ConnectAsync(new ConnectRequest { Uri = world.Uri, ApiCredential = new NetworkCredential(world.ApiUser, "hunter2") });
        Failure failure = Assert.Single(outcome.Failures);
        Assert.Equal(("LoginRefused", FailureCategory.AuthenticationError), (failure.Id, failure.Category));
        Assert.Contains(!ListmonkVersions.Quirks(version).HasUsers ? "password is wrong (HTTP 401)" : "token is wrong (HTTP 403)", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", outcome.Session.Problem, StringComparison.Ordinal);
        await DisconnectAsync(outcome);
    }

    [Fact]
    public async Task A_right_that_is_missing_is_named() // G19
    {
        await using World world = await World.CreateAsync(new WorldOptions(), Test);
        ConnectOutcome outcome = await ConnectAsync(
            new ConnectRequest { Uri = world.Uri, ApiCredential = new NetworkCredential(world.ApiReader, world.ApiReaderToken) });
        ListmonkApi api = ListmonkServer.Of(outcome.Session).Api!;
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => api.ReloadAsync(Test));
        Assert.Equal(("MissingPermission", FailureCategory.PermissionDenied), (exception.Failure.Id, exception.Failure.Category));
        Assert.Contains("refuses POST /api/admin/reload: the API user lacks the right settings:manage", exception.Failure.Message, StringComparison.Ordinal);
        await DisconnectAsync(outcome);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_call_of_the_client_works_with_the_server(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        using ListmonkApi api = new(world.Uri, new NetworkCredential(world.ApiUser, world.ApiToken), TimeSpan.FromSeconds(30), TimeProvider.System);
        Assert.Equal(version, (await api.GetConfigAsync(Test)).VersionText);
        Assert.Equal(!ListmonkVersions.Quirks(version).HasUsers ? null : world.ApiUser, (await api.GetProfileAsync(Test))?.UserName);
        Assert.NotEmpty(await api.GetLogAsync(Test));
        Assert.True(await api.IsHealthyAsync(Test));
        Assert.NotNull(await api.GetDataAsync("api/lists?per_page=all", Test));
        Assert.Contains("app.send_optin_confirmation", await api.GetSettingsAsync(Test));
        await api.ReloadAsync(Test);
    }

    private static Task<ConnectOutcome> ConnectAsync(ConnectRequest request) => new ListmonkCore().Connections.ConnectAsync(request, new RecordedNotices(), Test);

    private static Task DisconnectAsync(ConnectOutcome outcome) => new ListmonkCore().Connections.DisconnectAsync(outcome.Session);
}
