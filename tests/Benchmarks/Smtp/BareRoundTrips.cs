using System.Net;
using System.Net.Sockets;
using System.Text;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Benchmarks.Smtp;

/// <summary>The round trips behind a log-in by a bare socket in the clear: the least that they can take.</summary>
internal sealed class BareRoundTrips : IAsyncDisposable
{
    private static readonly string[] Commands = ["MAIL FROM:<news@example.org>", "RCPT TO:<news@example.org>", "RSET", "QUIT"];
    private readonly ScriptedSmtpServer _server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = [] });
    private readonly byte[] _buffer = new byte[4096];

    /// <summary>Time of the four commands with their replies.</summary>
    public async Task<TimeSpan> MeasureAsync(CancellationToken cancellation)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, _server.Port), cancellation);
        await socket.ReceiveAsync(_buffer, cancellation);
        await AskAsync(socket, "EHLO lists.example.org", cancellation);
        long start = TimeProvider.System.GetTimestamp();
        foreach (string command in Commands)
            await AskAsync(socket, command, cancellation);
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    // The bench's server sends each of these replies in one piece.
    private async Task AskAsync(Socket socket, string command, CancellationToken cancellation)
    {
        await socket.SendAsync(Encoding.ASCII.GetBytes(command + "\r\n"), cancellation);
        if (await socket.ReceiveAsync(_buffer, cancellation) == 0)
            throw new InvalidOperationException($"The server ended the connection at {command}.");
    }
}
