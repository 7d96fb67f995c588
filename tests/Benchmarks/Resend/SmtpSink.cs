using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.Benchmarks.Resend;

/// <summary>Postfix's smtp-sink, which takes every mail and keeps none, behind a front that lets each mail take its time: smtp-sink itself knows whole seconds only.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly Process _sink;
    private readonly int _sinkPort;
    private readonly TimeSpan _pause;
    private readonly TcpListener _front = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    private SmtpSink(Process sink, int sinkPort, TimeSpan pause)
    {
        (_sink, _sinkPort, _pause) = (sink, sinkPort, pause);
        _front.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_front.LocalEndpoint).Port;

    /// <summary>Starts one.</summary>
    public static async Task<SmtpSink> StartAsync(TimeSpan pause, CancellationToken cancellation)
    {
        int port = FreePort();
        string program = File.Exists("/usr/sbin/smtp-sink") ? "/usr/sbin/smtp-sink" : "smtp-sink";
        Process sink = Process.Start(new ProcessStartInfo(program, ["-u", "nobody", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"), "256"]))
            ?? throw new InvalidOperationException("smtp-sink does not start.");
        for (int attempt = 0; attempt < 100; attempt++)
        {
            using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
                return new SmtpSink(sink, port, pause);
            }
            catch (SocketException)
            {
                await Task.Delay(50, cancellation);
            }
        }

        sink.Kill();
        throw new InvalidOperationException("smtp-sink does not listen.");
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _front.Dispose();
        _sink.Kill();
        _sink.Dispose();
        _end.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = RelayAsync(await _front.AcceptSocketAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The benchmark is over.
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using Socket server = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _sinkPort, _end.Token);
            await Task.WhenAny(CopyAsync(client, server, _pause), CopyAsync(server, client, TimeSpan.Zero));
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            // One side went.
        }
        finally
        {
            client.Dispose();
        }
    }

    /// <summary>Hands bytes on; those that end a mail a little later.</summary>
    private async Task CopyAsync(Socket from, Socket to, TimeSpan pause)
    {
        byte[] buffer = new byte[65_536];
        while (await from.ReceiveAsync(buffer, _end.Token) is var count and > 0)
        {
            if (pause > TimeSpan.Zero && buffer.AsSpan(0, count).EndsWith("\r\n.\r\n"u8))
                await Task.Delay(pause, _end.Token);
            await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
        }
    }
}
