using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

/// <summary>Talks to a stand-in as a script would: Basic, JSON in and out. It is no part of the module, so that one can prove the other.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _login;

    public ApiClient(World world, string? user = null, string? secret = null)
        : this(world.Uri, new AuthenticationHeaderValue("Basic", Basic(user ?? world.ApiUser, secret ?? world.ApiToken)))
    {
    }

    private ApiClient(Uri uri, AuthenticationHeaderValue? login)
    {
        _http = new HttpClient { BaseAddress = uri, Timeout = TimeSpan.FromMinutes(1) };
        _login = login;
    }

    /// <summary>Somebody without a log-in.</summary>
    public static ApiClient Visitor(Uri uri) => new(uri, null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<Answer> PostAsync(string path, JsonNode? body = null) => SendAsync(HttpMethod.Post, path, body?.ToJsonString());

    public Task<Answer> PutAsync(string path, string body, string contentType = "application/json") =>
        SendAsync(HttpMethod.Put, path, body, contentType);

    public Task<Answer> PostFormAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Authorization ??= _login;
        using HttpResponseMessage response = await _http.SendAsync(request, Cancel);
        return new Answer(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(Cancel),
            response.Content.Headers.ContentType?.ToString(),
            response.Headers.WwwAuthenticate.ToString());
    }

    /// <summary>GET /api/settings, ready to be changed.</summary>
    public async Task<JsonObject> SettingsAsync() => (await GetAsync("/api/settings")).Data!.AsObject();

    /// <summary>
    /// The settings as a careful client sends them back: masked secrets blanked (G7). Blanks are found by the mask itself, so this needs no
    /// knowledge of the structure.
    /// </summary>
    public async Task<JsonObject> CleanSettingsAsync()
    {
        string masked = (await SettingsAsync()).ToJsonString();
        return JsonNode.Parse(masked.Replace("\\u2022", "", StringComparison.Ordinal))!.AsObject();
    }

    /// <summary>PUT of all settings; waits for the restart that follows.</summary>
    public Task<Answer> PutSettingsAsync(World world, JsonObject settings) => PutAndRestartAsync(world, "/api/settings", settings.ToJsonString());

    /// <summary>PUT of one setting; waits for the restart that follows.</summary>
    public Task<Answer> PutSettingAsync(World world, string key, string json) => PutAndRestartAsync(world, $"/api/settings/{key}", json);

    /// <summary>Signs an address up by the public API.</summary>
    public Task<Answer> SignUpAsync(string email, params string[] listUuids) => PostAsync("/api/public/subscription", new JsonObject
    {
        ["email"] = email,
        ["name"] = "New Reader",
        ["list_uuids"] = new JsonArray([.. listUuids.Select(uuid => JsonValue.Create(uuid))]),
    });

    public void Dispose() => _http.Dispose();

    private async Task<Answer> PutAndRestartAsync(World world, string path, string body)
    {
        Task restarted = world.Server.NextStartAsync(Cancel);
        Answer answer = await PutAsync(path, body);
        if (answer.Status == 200)
            await restarted;
        return answer;
    }

    private static string Basic(string user, string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{secret}"));

    private Task<Answer> SendAsync(HttpMethod method, string path, string? body, string contentType = "application/json")
    {
        HttpRequestMessage request = new(method, path);
        if (body is not null)
            request.Content = new StringContent(body, new MediaTypeHeaderValue(contentType));
        return SendAsync(request);
    }
}
