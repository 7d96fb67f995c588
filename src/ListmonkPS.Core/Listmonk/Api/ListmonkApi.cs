using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>The HTTP API of one listmonk server: one method a call. Every method throws <see cref="FailureException"/> when the call does not succeed.</summary>
internal sealed class ListmonkApi : IDisposable
{
    private readonly ApiTransport _transport;
    private readonly AnswerJudge _judge;

    /// <summary>Makes the client; nothing is sent yet.</summary>
    /// <param name="server">Base address, without user information.</param>
    /// <param name="credential">User and token (v3: admin and password); null for none.</param>
    /// <param name="timeout">Bound of each call.</param>
    /// <param name="time">Clock.</param>
    /// <param name="route">How requests get there; null for the system's way.</param>
    public ListmonkApi(Uri server, NetworkCredential? credential, TimeSpan timeout, TimeProvider time, ApiRoute? route = null)
    {
        route ??= ApiRoute.Default;
        _transport = new ApiTransport(server, credential, route, timeout, time);
        _judge = new AnswerJudge(_transport.Place, credential, route.Headers.Select(header => header.Value));
    }

    /// <summary>Address of the server as it is shown.</summary>
    public string Place => _transport.Place;

    /// <summary>The proxy on the way to it as it is shown; null for none.</summary>
    public string? Proxy => _transport.Proxy;

    /// <summary>True when requests carry a credential.</summary>
    public bool HasCredential => _transport.HasCredential;

    /// <summary>Version and state of the running process. Needs a log-in but no right: the call that proves an access.</summary>
    public async Task<ApiConfig> GetConfigAsync(CancellationToken cancellation)
    {
        const string Path = "api/config";
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Get, Path, null, cancellation);
        if (answer.Status is 404 or 405)
            throw new FailureException(_judge.NotListmonk(answer)); // every version has this call
        JsonObject? data = Accept(answer, HttpMethod.Get, Path) as JsonObject;
        string version = HarmlessText.Of(TextOf(data?["version"]));
        return version.Length == 0
            ? throw new FailureException(_judge.NotListmonk(answer))
            : new ApiConfig(version, ListmonkVersion.TryParse(version), IsTrue(data?["needs_restart"]), LoadedSettings.Of(data));
    }

    /// <summary>Who the credential is and what it may do; null where the version has no users (up to v3).</summary>
    public async Task<ApiProfile?> GetProfileAsync(CancellationToken cancellation)
    {
        const string Path = "api/profile";
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Get, Path, null, cancellation);
        return answer.Status is 404 or 405 ? null : ProfileReader.Read(Accept(answer, HttpMethod.Get, Path));
    }

    /// <summary>All settings as they are stored now; secrets are bullets (G7). Not what the process runs with (G4).</summary>
    public async Task<JsonObject> GetSettingsAsync(CancellationToken cancellation)
    {
        const string Path = "api/settings";
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Get, Path, null, cancellation);
        return Accept(answer, HttpMethod.Get, Path) as JsonObject ?? throw new FailureException(_judge.NotListmonk(answer));
    }

    /// <summary>Replaces ALL settings (G6). True when the new ones are stored but not loaded, because a campaign runs (G26).</summary>
    public async Task<bool> PutSettingsAsync(JsonObject all, CancellationToken cancellation) =>
        NeedsRestart(await SendAsync(HttpMethod.Put, "api/settings", all, cancellation));

    /// <summary>Replaces one setting, unchecked by the server (G50); v6.0.0 and later. True as with <see cref="PutSettingsAsync"/>.</summary>
    public async Task<bool> PutSettingAsync(string key, JsonNode? value, CancellationToken cancellation) =>
        NeedsRestart(await SendAsync(HttpMethod.Put, "api/settings/" + Uri.EscapeDataString(key), value, cancellation, hasBody: true));

    /// <summary>The log since the last start, oldest line first, as the server has it: not harmless yet (G24: a reload empties it).</summary>
    public async Task<IReadOnlyList<string>> GetLogAsync(CancellationToken cancellation) =>
        await GetDataAsync("api/logs", cancellation) is JsonArray lines ? [.. lines.Select(TextOf)] : [];

    /// <summary>Has the process replace itself; it does so half a second after the answer.</summary>
    public Task ReloadAsync(CancellationToken cancellation) => SendAsync(HttpMethod.Post, "api/admin/reload", null, cancellation);

    /// <summary>
    /// Has the server send its own test mail (4.3): with the password of the block given here, over a pool of its own (G25).
    /// </summary>
    /// <param name="block">SMTP block with password and "email", the recipient.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The server's words when it could not send, not harmless yet; null when it says that it has.</returns>
    public async Task<string?> TestSmtpAsync(JsonObject block, CancellationToken cancellation)
    {
        const string Path = "api/settings/smtp/test";
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Post, Path, JsonSerializer.SerializeToUtf8Bytes(block), cancellation);
        if (answer is { Status: 400 or 500, Message: { } words })
            return words;
        Accept(answer, HttpMethod.Post, Path);
        return null;
    }

    /// <summary>
    /// Has the server send its opt-in mail to one subscriber (5.5). The call lasts as long as the server's talk with its mail server, so it has a bound of its own.
    /// </summary>
    /// <param name="subscriber">Number of the subscriber.</param>
    /// <param name="bound">Longest wait.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Status of the answer; the failure that it is, null for listmonk's success; and how long it asks to be left alone, null for nothing.</returns>
    public async Task<(int Status, Failure? Failure, TimeSpan? RetryAfter)> ResendOptInAsync(int subscriber, TimeSpan bound, CancellationToken cancellation)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"api/subscribers/{subscriber}/optin");
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Post, path, null, cancellation, bound);
        return (answer.Status, _judge.Judge(answer, $"POST /{path}"), answer.RetryAfter);
    }

    /// <summary>One subscriber; null when there is none of that number, which is told by 400 (G19).</summary>
    /// <param name="subscriber">Number of the subscriber.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<JsonNode?> FindSubscriberAsync(int subscriber, CancellationToken cancellation)
    {
        string path = string.Create(CultureInfo.InvariantCulture, $"api/subscribers/{subscriber}");
        ApiAnswer answer = await _transport.SendAsync(HttpMethod.Get, path, null, cancellation);
        return answer is { Status: 400, Message: not null } ? null : Accept(answer, HttpMethod.Get, path);
    }

    /// <summary>Deletes subscribers with all their subscriptions.</summary>
    /// <param name="subscribers">Numbers of subscribers; few enough to fit into an address.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task DeleteSubscribersAsync(IReadOnlyList<int> subscribers, CancellationToken cancellation) => SendAsync(
        HttpMethod.Delete, "api/subscribers?" + string.Join('&', subscribers.Select(id => string.Create(CultureInfo.InvariantCulture, $"id={id}"))), null, cancellation);

    /// <summary>Deletes the subscriptions of some subscribers on some lists, whatever their state.</summary>
    public Task RemoveSubscriptionsAsync(IReadOnlyList<int> subscribers, IReadOnlyList<int> lists, CancellationToken cancellation)
    {
        JsonObject body = new()
        {
            ["ids"] = new JsonArray([.. subscribers.Select(id => JsonValue.Create(id))]),
            ["action"] = "remove",
            ["target_list_ids"] = new JsonArray([.. lists.Select(id => JsonValue.Create(id))]),
        };
        return SendAsync(HttpMethod.Put, "api/subscribers/lists", body, cancellation);
    }

    /// <summary>True when the process answers; says nothing of its database.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            return IsTrue(await GetDataAsync("health", cancellation));
        }
        catch (FailureException)
        {
            return false; // the answer to the question
        }
    }

    /// <summary>The "data" member of what a path answers.</summary>
    /// <param name="path">Path below the base address, with its query.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public Task<JsonNode?> GetDataAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, null, cancellation);

    public void Dispose() => _transport.Dispose();

    private static bool NeedsRestart(JsonNode? data) => data is JsonObject members && IsTrue(members["needs_restart"]);

    private static bool IsTrue(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken cancellation, bool hasBody = false)
    {
        byte[]? bytes = body is null && !hasBody ? null : JsonSerializer.SerializeToUtf8Bytes(body);
        return Accept(await _transport.SendAsync(method, path, bytes, cancellation), method, path);
    }

    private JsonNode? Accept(ApiAnswer answer, HttpMethod method, string path) =>
        _judge.Judge(answer, $"{method} /{path}") is { } failure ? throw new FailureException(failure) : answer.Data;
}
