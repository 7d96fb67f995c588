using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.TestBench.Control;

/// <summary>A server on loopback that speaks HTTP wrongly in one chosen way, byte by byte: a web server would not do so.</summary>
public sealed class FaultServer : IAsyncDisposable
{
    private const int EndlessBlock = 64 * 1024;
    private static readonly TimeSpan EndlessPause = TimeSpan.FromMilliseconds(5);
    private readonly LoopbackListener _listener;
    private readonly FaultKind _kind;

    private FaultServer(FaultKind kind)
    {
        _kind = kind;
        _listener = new LoopbackListener(async (stream, end) => await AnswerAsync(stream, await ReadHeadAsync(stream, end), end));
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri => new($"http://127.0.0.1:{_listener.Port}/");

    /// <summary>Starts one.</summary>
    public static FaultServer Start(FaultKind kind) => new(kind);

    /// <summary>Closes it and every connection.</summary>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken end)
    {
        byte[] buffer = new byte[8192];
        StringBuilder head = new();
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            int read = await stream.ReadAsync(buffer, end);
            if (read == 0)
                throw new IOException("The client closed the connection.");
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return head.ToString();
    }

    private Task AnswerAsync(NetworkStream stream, string request, CancellationToken end) => _kind switch
    {
        FaultKind.Html => SendAsync(stream, Head("200 OK", "text/html", "<html><body><h1>Welcome to nginx!</h1></body></html>"), end),
        FaultKind.Redirect => SendAsync(stream, $"HTTP/1.1 302 Found\r\nLocation: {Uri}elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", end),
        FaultKind.Unauthorized => SendAsync(
            stream, Head("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"proxy\"", "text/html", "<html><body>401</body></html>"), end),
        FaultKind.Echo => SendAsync(
            stream, Head("500 Internal Server Error", "application/json", JsonSerializer.Serialize(new { message = HeadersOf(request) })), end),
        FaultKind.EchoPage => SendAsync(stream, Head("200 OK", "text/plain", HeadersOf(request)), end),
        FaultKind.Garbage => SendAsync(stream, "\0\u0001\u001b[31m\u00ff\u00fe*** not http ***\r\n\r\n", end),
        FaultKind.Endless => SendEndlesslyAsync(stream, end),
        FaultKind.Silent => Task.Delay(Timeout.InfiniteTimeSpan, end),
        _ => throw new InvalidOperationException($"{_kind}"),
    };

    private static async Task SendEndlesslyAsync(NetworkStream stream, CancellationToken end)
    {
        await SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"data\":\"", end);
        string block = new('a', EndlessBlock);
        while (true)
        {
            await SendAsync(stream, block, end);
            await Task.Delay(EndlessPause, end);
        }
    }

    private static async Task SendAsync(NetworkStream stream, string text, CancellationToken end) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), end);

    // The credential first, since what is shown of an answer is cut.
    private static string HeadersOf(string request) => string.Join(
        "; ",
        request.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).OrderByDescending(line => line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase)));

    private static string Head(string status, string type, string body) => string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
}
