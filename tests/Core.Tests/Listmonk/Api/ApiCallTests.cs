using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Tests.Listmonk.Api;

public sealed class ApiCallTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Config_tells_version_and_state()
    {
        await using ScriptedServer server = ScriptedServer.Of(
            ("/lists/api/config", ScriptedServer.Json(200, """{"data":{"version":"v6.2.0","needs_restart":true}}""")));
        using ListmonkApi api = NewApi(new Uri(server.Uri, "/lists/"));
        ApiConfig config = await api.GetConfigAsync(Test);
        Assert.Equal(("v6.2.0", 6, true), (config.VersionText, config.Version?.Major, config.NeedsRestart));
        string request = Assert.Single(server.Requests);
        Assert.Contains("Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("mönitor:tökén")), request, StringComparison.Ordinal);
        Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase); // G37
    }

    [Fact]
    public async Task Cookies_are_not_sent_back() // G37
    {
        string answer = ScriptedServer.Answer(200, "application/json", """{"data":true}""", "Set-Cookie: session=abc\r\n");
        await using ScriptedServer server = ScriptedServer.Of(("/health", answer));
        using ListmonkApi api = NewApi(server.Uri);
        Assert.True(await api.IsHealthyAsync(Test));
        Assert.True(await api.IsHealthyAsync(Test));
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("""{"data":{"username":"monitor","user_role":{"id":3,"name":"r","permissions":["settings:get","lists:get_all"]}}}""", "monitor", "settings:get; lists:get_all", false)]
    [InlineData("""{"data":{"username":"root","user_role":{"id":1,"permissions":[]}}}""", "root", "", true)]
    [InlineData("""{"data":{"name":"n","permissions":["settings:get",5,null]}}""", "n", "settings:get", false)]
    [InlineData("""{"data":{"username":5,"user_role":[],"role":"x"}}""", "", "", false)]
    public async Task Profile_tells_user_and_rights(string body, string user, string rights, bool isSuperAdmin)
    {
        await using ScriptedServer server = ScriptedServer.Of(("/api/profile", ScriptedServer.Json(200, body)));
        using ListmonkApi api = NewApi(server.Uri);
        ApiProfile? profile = await api.GetProfileAsync(Test);
        Assert.NotNull(profile);
        Assert.Equal((user, rights, isSuperAdmin), (profile.UserName, string.Join("; ", profile.Permissions), profile.IsSuperAdmin));
    }

    [Fact]
    public async Task Profile_is_null_where_the_version_has_none()
    {
        await using ScriptedServer server = ScriptedServer.Of();
        using ListmonkApi api = NewApi(server.Uri);
        Assert.Null(await api.GetProfileAsync(Test));
    }

    [Theory]
    [InlineData("""{"data":true}""", false)]
    [InlineData("""{"data":{"needs_restart":true}}""", true)]
    public async Task Storing_says_whether_a_restart_is_needed(string body, bool needsRestart)
    {
        List<string> bodies = [];
        await using ScriptedServer server = ScriptedServer.Talking(async (stream, token) =>
        {
            string head = await ScriptedServer.ReadHeadAsync(stream, token);
            Assert.Contains("Content-Type: application/json\r\n", head, StringComparison.Ordinal);
            byte[] sent = new byte[int.Parse(head.Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(sent, token);
            bodies.Add(head.Split("\r\n")[0] + " " + Encoding.UTF8.GetString(sent));
            await stream.WriteAsync(Encoding.UTF8.GetBytes(ScriptedServer.Json(200, body)), token);
        });
        using ListmonkApi api = NewApi(server.Uri);
        Assert.Equal(needsRestart, await api.PutSettingsAsync(new JsonObject { ["a"] = "ü" }, Test));
        Assert.Equal(needsRestart, await api.PutSettingAsync("app.send_optin_confirmation", JsonValue.Create(true), Test));
        Assert.Equal(needsRestart, await api.PutSettingAsync("app.x", null, Test));
        Assert.Equal(
            ["""PUT /api/settings HTTP/1.1 {"a":"\u00FC"}""", "PUT /api/settings/app.send_optin_confirmation HTTP/1.1 true", "PUT /api/settings/app.x HTTP/1.1 null"],
            bodies);
    }

    [Theory]
    [InlineData("""{"data":["one","two"]}""", "one; two")]
    [InlineData("""{"data":null}""", "")] // G17
    public async Task The_log_is_a_list_of_lines(string body, string lines)
    {
        await using ScriptedServer server = ScriptedServer.Of(("/api/logs", ScriptedServer.Json(200, body)));
        using ListmonkApi api = NewApi(server.Uri);
        Assert.Equal(lines, string.Join("; ", await api.GetLogAsync(Test)));
    }

    [Fact]
    public async Task A_server_that_refuses_is_not_healthy()
    {
        Uri uri;
        await using (ScriptedServer gone = ScriptedServer.Of())
            uri = gone.Uri;
        using ListmonkApi api = NewApi(uri);
        Assert.False(await api.IsHealthyAsync(Test));
    }

    private static ListmonkApi NewApi(Uri uri) => new(uri, new NetworkCredential("mönitor", "tökén"), TimeSpan.FromMinutes(1), TimeProvider.System);
}
