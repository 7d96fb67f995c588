using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Machine.Containers;

/// <summary>The calls of the Docker Engine API that are needed here (external contracts 1.3); only reads. Every method throws <see cref="FailureException"/>.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="bound">Bound of each answer.</param>
/// <param name="time">Clock.</param>
internal sealed class DockerApi(DockerAddress address, TimeSpan bound, TimeProvider time) : IDisposable
{
    private const int MostBytes = 8 * 1024 * 1024;
    private static readonly Version Wanted = new(1, 44);
    private static readonly Version Oldest = new(1, 40);

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectCallback = address.ConnectAsync, UseProxy = false, AllowAutoRedirect = false })
    {
        BaseAddress = address.Uri,
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private string? _prefix;

    /// <summary>All containers, also those that do not run.</summary>
    public async Task<IReadOnlyList<ContainerSummary>> ListAsync(CancellationToken cancellation) =>
        await JsonAsync("containers/json?all=true", cancellation) is JsonArray containers ? [.. containers.OfType<JsonObject>().Select(SummaryOf)] : throw Odd();

    /// <summary>True when the container has a terminal, so that its log has no frames.</summary>
    public async Task<bool> HasTerminalAsync(string id, CancellationToken cancellation) =>
        await JsonAsync($"containers/{Uri.EscapeDataString(id)}/json", cancellation) is JsonObject container
            ? (container["Config"] as JsonObject)?["Tty"] is JsonValue value && value.TryGetValue(out bool tty) && tty
            : throw Odd();

    /// <summary>The log as bytes; who asked disposes it.</summary>
    /// <param name="id">Id of the container.</param>
    /// <param name="since">From when on; null for all.</param>
    /// <param name="follow">True to keep it open.</param>
    /// <param name="cancellation">Ends the wait for its begin.</param>
    public async Task<Stream> OpenLogAsync(string id, DateTimeOffset? since, bool follow, CancellationToken cancellation)
    {
        string from = since is { } at ? "&since=" + at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : "";
        string path = $"containers/{Uri.EscapeDataString(id)}/logs?stdout=true&stderr=true&timestamps=true{from}" + (follow ? "&follow=true" : "");
        return await BoundedAsync(
            async token =>
            {
                HttpResponseMessage response = await SendAsync(await PrefixAsync(token) + path, token);
                return await response.Content.ReadAsStreamAsync(token);
            },
            cancellation);
    }

    public void Dispose() => _client.Dispose();

    private static ContainerSummary SummaryOf(JsonObject container) => new(
        TextOf(container["Id"]), TextOf((container["Names"] as JsonArray)?.FirstOrDefault()).TrimStart('/'), TextOf(container["Image"]), TextOf(container["State"]));

    private static string TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? HarmlessText.Of(text, HarmlessText.ValueLength) : "";

    private Task<JsonNode?> JsonAsync(string path, CancellationToken cancellation) => BoundedAsync(
        async token =>
        {
            using HttpResponseMessage response = await SendAsync(await PrefixAsync(token) + path, token);
            return await BodyAsync(response, token);
        },
        cancellation);

    /// <summary>The version is agreed once: ours, or what the daemon offers, but none below that of Engine 20.10.</summary>
    private async Task<string> PrefixAsync(CancellationToken cancellation)
    {
        if (_prefix is not null)
            return _prefix;
        using HttpResponseMessage ping = await SendAsync("_ping", cancellation);
        string offered = ping.Headers.TryGetValues("Api-Version", out IEnumerable<string>? values) ? values.First() : "";
        if (!Version.TryParse(offered, out Version? version) || version < Oldest)
            throw new FailureException(LogFailures.NotDocker(address.Place, Texts.Format("log.reason.docker-version", HarmlessText.Of(offered), Oldest)));
        return _prefix = $"v{(version < Wanted ? version : Wanted).ToString(2)}/";
    }

    private async Task<HttpResponseMessage> SendAsync(string path, CancellationToken cancellation)
    {
        HttpResponseMessage response = await _client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;
        using (response)
        {
            string words = (await BodyAsync(response, cancellation) as JsonObject)?["message"] is JsonValue value && value.TryGetValue(out string? text) ? text : "";
            throw new FailureException(LogFailures.DockerFailed(address.Place, (int)response.StatusCode, HarmlessText.Of(words)));
        }
    }

    private static async Task<JsonNode?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        using MemoryStream body = new();
        byte[] chunk = new byte[16 * 1024];
        while (body.Length <= MostBytes && await stream.ReadAsync(chunk, cancellation) is var count and > 0)
            body.Write(chunk, 0, count);
        try
        {
            return body.Length > MostBytes ? null : JsonNode.Parse(body.ToArray());
        }
        catch (JsonException)
        {
            return null; // what is not JSON is not Docker's
        }
    }

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        try
        {
            if (address.Socket is { } socket && !File.Exists(socket))
                throw Unreachable(Texts.Format("log.reason.no-socket"));
            return await Deadline.RunAsync(bound, time, () => LogFailures.DockerUnreachable(address.Place, Texts.Format("failure.reason.late", bound.TotalSeconds)), work, cancellation);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or SocketException)
        {
            throw exception.GetBaseException() switch
            {
                SocketException { SocketErrorCode: SocketError.AccessDenied } => new FailureException(LogFailures.DockerDenied(address.Place), exception),
                SocketException trouble => Unreachable(SocketTrouble.ReasonOf(trouble.SocketErrorCode, address.Uri.Host)),
                _ => new FailureException(LogFailures.NotDocker(address.Place, Texts.Format("log.reason.no-http")), exception),
            };
        }
    }

    private FailureException Unreachable(string reason) => new(LogFailures.DockerUnreachable(address.Place, reason));

    private FailureException Odd() => new(LogFailures.NotDocker(address.Place, Texts.Format("log.reason.no-json")));
}
