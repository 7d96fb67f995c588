using System.Net;
using System.Net.Http.Headers;
using ListmonkPS.Core.Listmonk.Api.Routes;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Sends requests to one server and reads the answers, bounded in time and size; what comes back is judged elsewhere.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly HttpClient _client;
    private readonly HttpTrouble _trouble;
    private readonly Uri _base;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    /// <summary>Makes the transport; nothing is sent yet.</summary>
    /// <param name="server">Base address, without user information.</param>
    /// <param name="credential">User and token; null for none.</param>
    /// <param name="route">How requests get there.</param>
    /// <param name="timeout">Bound of each call, from its start to the last byte of the answer.</param>
    /// <param name="time">Clock.</param>
    public ApiTransport(Uri server, NetworkCredential? credential, ApiRoute route, TimeSpan timeout, TimeProvider time)
    {
        _base = new Uri(server.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        Place = _base.AbsoluteUri.TrimEnd('/');
        Proxy = route.Proxy.ShownFor(_base);
        _timeout = timeout;
        _time = time;
        HasCredential = credential is not null;
        CertificateVerdict certificate = new(route.Certificate);
        _trouble = new HttpTrouble(Place, _base.Host, Proxy, certificate);
        _client = new HttpClient(RouteHandler.New(route, certificate)) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach ((string name, string value) in route.Headers)
            _client.DefaultRequestHeaders.TryAddWithoutValidation(name, value); // checked when they were given
        if (credential is not null)
            _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", CredentialMask.Basic(credential)); // works with every version (G39)
    }

    /// <summary>Address of the server as it is shown.</summary>
    public string Place { get; }

    /// <summary>The proxy on the way to it as it is shown; null for none.</summary>
    public string? Proxy { get; }

    /// <summary>True when requests carry a credential.</summary>
    public bool HasCredential { get; }

    /// <summary>Sends one request.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path below the base address, with its query.</param>
    /// <param name="body">JSON body; null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="bound">Bound of this call; null for that of all calls.</param>
    /// <exception cref="FailureException">No answer within the bounds of time and size.</exception>
    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation, TimeSpan? bound = null)
    {
        TimeSpan limit = bound ?? _timeout;
        try
        {
            return await Deadline.RunAsync(limit, _time, () => Late(limit), token => ExchangeAsync(method, path, body, token), cancellation);
        }
        catch (HttpRequestException exception)
        {
            throw new FailureException(_trouble.Of(exception), exception);
        }
        catch (IOException exception)
        {
            throw new FailureException(_trouble.Closed(), exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<ApiAnswer> ExchangeAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellation)
    {
        using HttpRequestMessage request = new(method, new Uri(_base, path.TrimStart('/')));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
            throw new FailureException(_trouble.ProxyRefused(isLogin: true));
        string text = await BoundedBody.ReadAsync(response.Content, cancellation)
            ?? throw new FailureException(ConnectionFailures.AnswerTooLarge(Place, $"{method} {path}", BoundedBody.MaxMebibytes));
        string contentType = response.Content.Headers.TryGetValues("Content-Type", out IEnumerable<string>? values) ? string.Join(", ", values) : "";
        return ApiAnswer.Of((int)response.StatusCode, contentType, text, response.Headers.Location) with { RetryAfter = RetryAfter.Of(response.Headers, _time.GetUtcNow()) };
    }

    private Failure Late(TimeSpan limit) => ConnectionFailures.ApiUnreachable(Place, Texts.Format("failure.reason.late", limit.TotalSeconds), isLate: true);
}
