using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn;
using ListmonkPS.TestBench.Worlds;
using Npgsql;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInLoginTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    public static TheoryData<string> VersionsWithUsers => ListmonkVersions.WithUsers;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G19_wrong_and_missing_credentials_are_refused_with_the_status_of_the_version(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        using ApiClient wrong = new(world, secret: "not-it");
        Quirks quirks = ListmonkVersions.Quirks(version);

        Answer missing = await visitor.GetAsync("/api/settings");
        Answer refused = await wrong.GetAsync("/api/settings");

        Assert.Equal((quirks.RefusedLoginStatus, quirks.RefusedLoginStatus), (missing.Status, refused.Status));
        Assert.Equal(quirks.HasUsers ? "invalid session" : "Unauthorized", missing.Message);
        Assert.Equal(quirks.HasUsers ? "invalid API credentials" : "Unauthorized", refused.Message);
        Assert.Equal(quirks.HasUsers ? "" : "basic realm=Restricted", refused.Challenge);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G39_basic_works_everywhere_and_token_only_where_there_are_users(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        Quirks quirks = ListmonkVersions.Quirks(version);

        Answer basic = await api.GetAsync("/api/about");
        HttpRequestMessage request = new(HttpMethod.Get, "/api/about");
        request.Headers.Authorization = new AuthenticationHeaderValue("token", $"{world.ApiUser}:{world.ApiToken}");
        Answer token = await api.SendAsync(request);

        Assert.Equal(200, basic.Status);
        Assert.Equal(version, (string?)basic.Json["version"]);
        Assert.Equal(quirks.HasUsers ? 200 : 401, token.Status);
    }

    [Theory]
    [MemberData(nameof(VersionsWithUsers))]
    public async Task G37_a_session_cookie_makes_the_header_count_for_nothing(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        HttpRequestMessage request = new(HttpMethod.Get, "/api/settings");
        request.Headers.Add("Cookie", "lang=en; session=abc");
        Answer answer = await api.SendAsync(request);

        Assert.Equal((403, "invalid session"), (answer.Status, answer.Message));
    }

    [Fact]
    public async Task G38_v3_without_an_admin_name_has_no_login()
    {
        await using World world = await WorldAsync("v3.0.0");
        await using StandInServer open = new(new StandInOptions
        {
            Version = "v3.0.0",
            Database = new NpgsqlConnectionStringBuilder(world.ConnectionString) { Password = world.DatabasePassword },
        });
        await open.StartAsync(Cancel);
        using ApiClient visitor = ApiClient.Visitor(open.Uri);

        Answer answer = await visitor.GetAsync("/api/settings");

        Assert.Equal(200, answer.Status);
    }

    [Theory]
    [MemberData(nameof(VersionsWithUsers))]
    public async Task What_a_user_may_not_do_is_refused_and_named(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient reader = new(world, world.ApiReader, world.ApiReaderToken);

        Answer settings = await reader.GetAsync("/api/settings");
        Answer write = await reader.PutAsync("/api/settings", "{}");
        Answer resend = await reader.PostAsync("/api/subscribers/1/optin");
        Answer sql = await reader.GetAsync("/api/subscribers?query=true");
        Answer profile = await reader.GetAsync("/api/profile");

        Assert.Equal(200, settings.Status);
        Assert.Equal((403, "permission denied: settings:manage"), (write.Status, write.Message));
        Assert.Equal((403, "permission denied: subscribers:manage"), (resend.Status, resend.Message));
        Assert.Equal(ListmonkVersions.Quirks(version).SqlNeedsPermission ? (403, "permission denied: subscribers:sql_query") : (200, null), (sql.Status, sql.Message));
        JsonArray permissions = profile.Data!["user_role"]!["permissions"]!.AsArray();
        Assert.Equal(["settings:get", "lists:get_all", "subscribers:get_all"], permissions.Select(node => (string)node!));
    }

    [Theory]
    [MemberData(nameof(VersionsWithUsers))]
    public async Task A_user_that_sql_adds_is_unknown_until_the_reload(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient late = new(world, "late", world.ApiToken);
        await world.ExecuteAsync(
            """
            insert into users (username, password, email, name, type, user_role_id, status)
            select 'late', password, 'late@api', 'late', 'api', user_role_id, 'enabled' from users where username = 'operator'
            """,
            Cancel);

        Answer before = await late.GetAsync("/api/config");
        await world.Server.ReloadAsync(Cancel);
        Answer after = await late.GetAsync("/api/config");

        Assert.Equal((403, 200), (before.Status, after.Status));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Liveness_needs_no_login_and_an_unknown_path_says_so(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        using ApiClient api = new(world);

        Answer health = await visitor.GetAsync("/health");
        Answer apiHealth = await visitor.GetAsync("/api/health");
        Answer unknown = await api.GetAsync("/api/nothing/here");

        Assert.Equal(("{\"data\":true}\n", "{\"data\":true}\n"), (health.Text, apiHealth.Text));
        Assert.Equal((404, "404 unknown endpoint"), (unknown.Status, unknown.Message));
        Assert.Equal(ListmonkVersions.Quirks(version).JsonNamesCharset ? "application/json; charset=UTF-8" : "application/json", health.ContentType);
    }
}
