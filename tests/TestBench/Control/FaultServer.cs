using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ListmonkPS.TestBench.Control;

/// <summary>A server on loopback that speaks HTTP wrongly in one chosen way, byte by byte: a web server would not do so.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private const int EndlessBlock = 64 * 1024;
    private static readonly TimeSpan EndlessPause = TimeSpan.FromMilliseconds(5);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly FaultKind _kind;
    private readonly Task _accepting;

    private FaultServer(FaultKind kind)
    {
        _kind = kind;
        _listener.Start();
        Uri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri { get; }

    /// <summary>Starts one.</summary>
    public static FaultServer Start(FaultKind kind) => new(kind);

    /// <summary>Closes it and every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> calls = [];
        try
        {
            while (true)
                calls.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(calls);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using TcpClient connection = client;
        try
        {
            await using NetworkStream stream = connection.GetStream();
            await AnswerAsync(stream, await ReadHeadAsync(stream));
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // The client went away, or the server ends: both are how such a call finishes.
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        byte[] buffer = new byte[8192];
        StringBuilder head = new();
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0)
                throw new IOException("The client closed the connection.");
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }

    private Task AnswerAsync(NetworkStream stream, string request) => _kind switch
    {
        FaultKind.Html => SendAsync(stream, Head("200 OK", "text/html", "<html><body><h1>Welcome to nginx!</h1></body></html>")),
        FaultKind.Redirect => SendAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {Uri}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        FaultKind.Unauthorized => SendAsync(
            stream, Head("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"proxy\"", "text/html", "<html><body>401</body></html>")),
        FaultKind.Echo => SendAsync(
            stream, Head("500 Internal Server Error", "application/json", JsonSerializer.Serialize(new { message = HeadersOf(request) }))),
        FaultKind.EchoPage => SendAsync(stream, Head("200 OK", "text/plain", HeadersOf(request))),
        FaultKind.Garbage => SendAsync(stream, "\0\u0001\u001b[31m\u00ff\u00fe*** not http ***\r\n\r\n"),
        FaultKind.Endless => SendEndlesslyAsync(stream),
        FaultKind.Silent => Task.Delay(Timeout.InfiniteTimeSpan, _end.Token),
        _ => throw new InvalidOperationException($"{_kind}"),
    };

    private async Task SendEndlesslyAsync(NetworkStream stream)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"data\":\"");
        string block = new('a', EndlessBlock);
        while (true)
        {
            await SendAsync(stream, block);
            await Task.Delay(EndlessPause, _end.Token);
        }
    }

    private async Task SendAsync(NetworkStream stream, string text) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), _end.Token);

    // The credential first, since what is shown of an answer is cut.
    private static string HeadersOf(string request) => string.Join(
        "; ",
        request.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).OrderByDescending(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase)));

    private static string Head(string status, string type, string body) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
}
