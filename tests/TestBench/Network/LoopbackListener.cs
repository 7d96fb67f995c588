using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Network;

/// <summary>A port on loopback that hands each connection to one talk, and ends them all with itself.</summary>
internal sealed class LoopbackListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Func<NetworkStream, CancellationToken, Task> _talk;
    private readonly Task _accepting;

    /// <summary>Starts listening.</summary>
    /// <param name="talk">Talks with one client, until it returns or its token ends it; that the client went away is no failure.</param>
    public LoopbackListener(Func<NetworkStream, CancellationToken, Task> talk)
    {
        _talk = talk;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Carries bytes both ways until one side ends.</summary>
    public static async Task JoinAsync(Stream one, Stream other, CancellationToken ct) =>
        await Task.WhenAny(one.CopyToAsync(other, ct), other.CopyToAsync(one, ct));

    /// <summary>Closes the port and every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> talks = [];
        try
        {
            while (true)
                talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using TcpClient connection = client;
        try
        {
            connection.NoDelay = true;
            await using NetworkStream stream = connection.GetStream();
            await _talk(stream, _end.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away or refused our certificate, or the listener ends: all are how a connection finishes.
        }
    }
}
