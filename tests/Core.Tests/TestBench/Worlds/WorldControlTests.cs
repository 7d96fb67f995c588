using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Control;

namespace ListmonkPS.Core.Tests.TestBench.Worlds;

public sealed class WorldControlTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_token_it_does_nothing()
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient stranger = new() { BaseAddress = control.Uri };

        using HttpResponseMessage answer = await stranger.PostAsJsonAsync("/worlds", new { }, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [MemberData(nameof(ListmonkVersions.All), MemberType = typeof(ListmonkVersions))]
    public async Task A_world_is_made_used_watched_and_ended_from_outside(string version)
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);

        JsonObject world = await PostAsync(http, "/worlds", JsonContent.Create(new { version, history = "Empty", reloadDelay = "00:00:00.010" }));
        string path = $"/worlds/{world["id"]}";
        JsonArray rows = await SqlAsync(http, path, "select id, name, optin, tags, null as nothing, true as yes from lists where id = 1");
        JsonArray lists = await SqlAsync(http, path, "select uuid::text as uuid from lists where id = 1");
        string uuid = (string)lists[0]!["uuid"]!;
        JsonObject signUp = await PostAsync(
            http, $"{path}/signup", JsonContent.Create(new { email = "pwsh@example.org", name = "P", listUuid = uuid }));

        Assert.Equal(version, (string?)world["version"]);
        Assert.Equal("""[{"id":1,"name":"Weekly letter","optin":"double","tags":["news"],"nothing":null,"yes":true}]""", rows.ToJsonString());
        Assert.True((bool)signUp["data"]!["has_optin"]!);
        await Eventually.HoldsAsync(
            "the mail is there",
            async () => (await http.GetStringAsync($"{path}/mail", Cancel)).Contains("pwsh@example.org", StringComparison.Ordinal));
        Assert.Contains("/api/public/subscription", await http.GetStringAsync($"{path}/requests", Cancel), StringComparison.Ordinal);

        using HttpResponseMessage end = await http.DeleteAsync(path, Cancel);
        using HttpResponseMessage gone = await http.GetAsync($"{path}/mail", Cancel);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (end.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task The_server_of_a_world_is_stopped_started_and_reloaded()
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);
        JsonObject world = await PostAsync(http, "/worlds", JsonContent.Create(new { history = "Fresh" }));
        string server = $"/worlds/{world["id"]}/server";
        Uri health = new(new Uri((string)world["uri"]!), "/health");
        using HttpClient visitor = new();

        await http.PostAsync(server, new StringContent("stop"), Cancel);
        await Assert.ThrowsAsync<HttpRequestException>(() => visitor.GetAsync(health, Cancel));
        await http.PostAsync(server, new StringContent("start"), Cancel);
        await http.PostAsync(server, new StringContent("reload"), Cancel);
        using HttpResponseMessage nonsense = await http.PostAsync(server, new StringContent("dance"), Cancel);

        Assert.Contains("true", await visitor.GetStringAsync(health, Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Theory]
    [InlineData("/worlds", """{"version": "v1.0.0"}""", HttpStatusCode.BadRequest)]
    [InlineData("/worlds", """{"history": "Sunny"}""", HttpStatusCode.BadRequest)]
    [InlineData("/worlds/none/sql", "select 1", HttpStatusCode.NotFound)]
    [InlineData("/faults?kind=rain", "", HttpStatusCode.BadRequest)]
    public async Task Nonsense_is_refused(string path, string body, HttpStatusCode status)
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);

        using HttpResponseMessage answer = await http.PostAsync(path, new StringContent(body, new MediaTypeHeaderValue("application/json")), Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Sql_that_fails_is_told()
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);
        JsonObject world = await PostAsync(http, "/worlds", JsonContent.Create(new { history = "Fresh" }));

        using HttpResponseMessage answer = await http.PostAsync($"/worlds/{world["id"]}/sql", new StringContent("select nothing"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("nothing", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_that_answer_do_so_wrongly()
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);
        using HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });

        using HttpResponseMessage html = await client.GetAsync(await FaultAsync(http, "html"), Cancel);
        using HttpResponseMessage redirect = await client.GetAsync(await FaultAsync(http, "redirect"), Cancel);
        using HttpResponseMessage unauthorized = await client.GetAsync(await FaultAsync(http, "unauthorized"), Cancel);
        Uri garbage = await FaultAsync(http, "garbage");

        Assert.Equal((HttpStatusCode.OK, "text/html"), (html.StatusCode, html.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Unauthorized), (redirect.StatusCode, unauthorized.StatusCode));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(garbage, Cancel));
    }

    [Fact]
    public async Task Faults_that_never_end_never_end()
    {
        await using ControlServer control = await ControlServer.StartAsync(Cancel);
        using HttpClient http = Client(control);
        using HttpClient patient = new() { Timeout = TimeSpan.FromMilliseconds(300) };
        Uri silent = await FaultAsync(http, "silent");

        await Assert.ThrowsAsync<TaskCanceledException>(() => patient.GetAsync(silent, Cancel));
        using HttpResponseMessage endless = await http.GetAsync(await FaultAsync(http, "endless"), HttpCompletionOption.ResponseHeadersRead, Cancel);
        await using Stream stream = await endless.Content.ReadAsStreamAsync(Cancel);
        byte[] megabyte = new byte[1024 * 1024];

        await stream.ReadExactlyAsync(megabyte, Cancel);
    }

    private static HttpClient Client(ControlServer control)
    {
        HttpClient http = new() { BaseAddress = control.Uri };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", control.Token);
        return http;
    }

    private static async Task<Uri> FaultAsync(HttpClient http, string kind) =>
        new((string)(await PostAsync(http, $"/faults?kind={kind}", new StringContent("")))["uri"]!);

    private static Task<JsonArray> SqlAsync(HttpClient http, string world, string sql) =>
        PostAsync<JsonArray>(http, $"{world}/sql", new StringContent(sql));

    private static Task<JsonObject> PostAsync(HttpClient http, string path, HttpContent body) => PostAsync<JsonObject>(http, path, body);

    private static async Task<T> PostAsync<T>(HttpClient http, string path, HttpContent body)
        where T : JsonNode
    {
        using HttpResponseMessage answer = await http.PostAsync(path, body, Cancel);
        answer.EnsureSuccessStatusCode();
        return (T)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
    }
}
