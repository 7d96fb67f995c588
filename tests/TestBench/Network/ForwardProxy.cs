using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ListmonkPS.TestBench.Network;

/// <summary>A forward proxy on loopback: CONNECT for https, absolute addresses for http (RFC 9110 and 9112), with a Basic log-in when it has a user.</summary>
public sealed class ForwardProxy : IAsyncDisposable
{
    private const int HeadLimit = 16 * 1024;
    private const string Refusal = "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"bench\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly LoopbackListener _listener;
    private readonly string? _login;

    private ForwardProxy(NetworkCredential? credential)
    {
        _login = credential is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.UserName}:{credential.Password}"));
        _listener = new LoopbackListener(TalkAsync);
    }

    /// <summary>Where it listens.</summary>
    public Uri Uri => new($"http://127.0.0.1:{_listener.Port}/");

    /// <summary>First lines of the requests that it let through, in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Starts one.</summary>
    /// <param name="credential">The log-in that it wants; null for none.</param>
    public static ForwardProxy Start(NetworkCredential? credential = null) => new(credential);

    /// <summary>Closes it.</summary>
    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task TalkAsync(NetworkStream client, CancellationToken ct)
    {
        string head = await ReadHeadAsync(client, ct);
        string[] lines = head.Split("\r\n");
        string[] first = lines[0].Split(' ');
        if (first.Length != 3)
            return;
        if (_login is not null && !lines.Contains($"Proxy-Authorization: Basic {_login}", StringComparer.OrdinalIgnoreCase))
        {
            await client.WriteAsync(Encoding.ASCII.GetBytes(Refusal), ct);
            return;
        }

        _requests.Enqueue(lines[0]);
        Uri target = new(first[0] == "CONNECT" ? $"tcp://{first[1]}" : first[1]);
        using TcpClient server = new();
        await server.ConnectAsync(target.Host, target.Port, ct);
        await using NetworkStream stream = server.GetStream();
        if (first[0] == "CONNECT")
            await client.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), ct);
        else
            await stream.WriteAsync(Encoding.Latin1.GetBytes(Forwarded(first, target, lines)), ct);
        await LoopbackListener.JoinAsync(client, stream, ct);
    }

    /// <summary>The request with a relative address, one a connection, and without what was meant for the proxy.</summary>
    private static string Forwarded(string[] first, Uri target, string[] lines) =>
        $"{first[0]} {target.PathAndQuery} {first[2]}\r\nConnection: close\r\n"
        + string.Join("\r\n", lines.Skip(1).Where(line => !line.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)));

    private static async Task<string> ReadHeadAsync(NetworkStream stream, CancellationToken ct)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (head.Length < HeadLimit && !head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one, ct) == 1)
            head.Append((char)one[0]);
        return head.ToString();
    }
}
