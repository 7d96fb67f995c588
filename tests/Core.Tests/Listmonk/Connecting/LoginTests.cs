using System.Net;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Connecting;

/// <summary>Which log-in each version takes, and what is said of the others.</summary>
public sealed class LoginTests
{
    private readonly RecordedNotices _notices = new();

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(ListmonkVersions.All), MemberType = typeof(ListmonkVersions))]
    public async Task The_log_in_of_the_web_page_is_refused_with_the_way_to_one_that_is_taken(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        bool hasUsers = ListmonkVersions.Quirks(version).HasUsers;
        if (hasUsers)
        {
            await world.ExecuteAsync(
                """
                insert into users (username, password, password_login, email, name, type, user_role_id, status)
                select 'person', 'a-bcrypt-hash', true, 'person@example.org', 'Person', 'user', id, 'enabled' from roles where name = 'Operator'
                """,
                Test);
            await world.Server.ReloadAsync(Test);
        }

        ConnectOutcome outcome = await ConnectAsync(world, "person", "the password of the web page");
        Failure failure = Assert.Single(outcome.Failures);
        Assert.Equal("LoginRefused", failure.Id);
        string[] wanted = hasUsers
            ? ["settings:get", "lists:get_all", "subscribers:get_all", "user of type API", "-Credential"]
            : ["has no API users", "admin_username", "database role that may only read"];
        Assert.All(wanted, words => Assert.Contains(words, failure.RecommendedAction, StringComparison.Ordinal));
        Assert.Equal(1, world.Server.Requests.Count(request => request.Path == "/api/config" && request.Status is 401 or 403)); // one log-in, no trial of others
    }

    [Theory]
    [MemberData(nameof(ListmonkVersions.All), MemberType = typeof(ListmonkVersions))]
    public async Task Whoever_may_do_everything_is_warned_of(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        bool hasUsers = ListmonkVersions.Quirks(version).HasUsers;
        if (hasUsers)
        {
            await world.ExecuteAsync("insert into roles (id, type, name) values (1, 'user', 'Super Admin') on conflict (id) do nothing", Test);
            await world.ExecuteAsync($"update users set user_role_id = 1 where username = '{world.ApiUser}'", Test);
            await world.Server.ReloadAsync(Test);
        }

        ConnectOutcome outcome = await ConnectAsync(world, world.ApiUser, world.ApiToken);
        Assert.Empty(outcome.Failures);
        Assert.Equal((true, SessionRights.All), (outcome.Session.IsSuperAdmin, outcome.Session.Rights));
        string warning = Assert.Single(_notices.Warnings);
        Assert.Contains(hasUsers ? "super admin's" : "has no API users", warning, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ListmonkVersions.All), MemberType = typeof(ListmonkVersions))]
    public async Task The_least_role_is_enough_and_needs_no_warning(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version }, Test);
        ConnectOutcome outcome = await ConnectAsync(world, world.ApiReader, world.ApiReaderToken);
        bool hasUsers = ListmonkVersions.Quirks(version).HasUsers;
        Assert.Equal(hasUsers ? SessionRights.Read : SessionRights.All, outcome.Session.Rights);
        Assert.Equal(hasUsers ? 0 : 1, _notices.Warnings.Count);
    }

    private async Task<ConnectOutcome> ConnectAsync(World world, string user, string secret)
    {
        ListmonkCore core = new();
        ConnectOutcome outcome = await core.Connections.ConnectAsync(
            new ConnectRequest { Uri = world.Uri, ApiCredential = new NetworkCredential(user, secret) }, _notices, Test);
        await core.Connections.DisconnectAsync(outcome.Session);
        return outcome;
    }
}
