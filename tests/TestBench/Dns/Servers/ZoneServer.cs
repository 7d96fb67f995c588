using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Dns.Servers;

/// <summary>
/// A DNS server in this process: one zone, over UDP and TCP, on a loopback port that the system chose. Faults are scripted by name; what was asked
/// is kept.
/// </summary>
internal sealed class ZoneServer : IAsyncDisposable
{
    private const int PortTries = 20;
    private const int LargestQuery = 4096;

    private volatile Zone _zone;
    private readonly UdpClient _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, ZoneFault> _faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Task> _loops;

    /// <summary>Starts a server.</summary>
    /// <param name="zone">What it answers from.</param>
    /// <param name="address">Loopback address; null for that of IPv4.</param>
    public ZoneServer(Zone zone, IPAddress? address = null)
    {
        _zone = zone;
        (_udp, _tcp) = Bind(address ?? IPAddress.Loopback);
        EndPoint = (IPEndPoint)_tcp.LocalEndpoint;
        _loops = [Task.Run(ServeUdpAsync), Task.Run(ServeTcpAsync)];
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Time that each answer takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Spoils each answer before it is sent; null to send it as it is.</summary>
    public Func<byte[], byte[]>? Spoil { get; init; }

    /// <summary>Every query so far, in order of arrival.</summary>
    public ConcurrentQueue<ZoneQuery> Queries { get; } = new();

    /// <summary>Answers from another zone from now on.</summary>
    public void Replace(Zone zone) => _zone = zone;

    /// <summary>Scripts a fault for a name.</summary>
    public ZoneServer Break(string name, ZoneFault fault)
    {
        _faults[name] = fault;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await Task.WhenAll(_loops);
        _stop.Dispose();
    }

    /// <summary>The same port for both transports: the system chooses for TCP, and another is tried when UDP has it taken.</summary>
    private static (UdpClient Udp, TcpListener Tcp) Bind(IPAddress address)
    {
        for (int attempt = 1; ; attempt++)
        {
            TcpListener tcp = new(address, 0);
            tcp.Start();
            try
            {
                return (new UdpClient((IPEndPoint)tcp.LocalEndpoint), tcp);
            }
            catch (SocketException) when (attempt < PortTries)
            {
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult received = await _udp.ReceiveAsync(_stop.Token);
                _ = AnswerUdpAsync(received);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                return;
            }
        }
    }

    private async Task AnswerUdpAsync(UdpReceiveResult received)
    {
        try
        {
            if (await AnswerAsync(received.Buffer, isTcp: false) is { } answer)
                await _udp.SendAsync(answer, received.RemoteEndPoint, _stop.Token);
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // the server stops, or the client is gone
        }
    }

    private async Task ServeTcpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                TcpClient client = await _tcp.AcceptTcpClientAsync(_stop.Token);
                _ = ServeClientAsync(client);
            }
            catch (Exception exception) when (IsEnd(exception))
            {
                return;
            }
        }
    }

    private async Task ServeClientAsync(TcpClient client)
    {
        using TcpClient open = client;
        try
        {
            NetworkStream stream = open.GetStream();
            byte[] length = new byte[2];
            byte[] query = new byte[LargestQuery];
            while (true)
            {
                await stream.ReadExactlyAsync(length, _stop.Token);
                int size = (length[0] << 8) + length[1];
                await stream.ReadExactlyAsync(query.AsMemory(0, size), _stop.Token);
                if (await AnswerAsync(query[..size], isTcp: true) is not { } answer)
                    continue;
                bool isBroken = ZoneQuery.Read(query.AsSpan(0, size), isTcp: true) is { } read && FaultOf(read) == ZoneFault.BrokenTcp;
                await stream.WriteAsync(new[] { (byte)(answer.Length >> 8), (byte)answer.Length }, _stop.Token);
                await stream.WriteAsync(isBroken ? answer.AsMemory(0, answer.Length / 2) : answer, _stop.Token);
                if (isBroken)
                    return;
            }
        }
        catch (Exception exception) when (IsEnd(exception))
        {
            // the server stops, or the client is gone
        }
    }

    private async Task<byte[]?> AnswerAsync(byte[] message, bool isTcp)
    {
        if (ZoneQuery.Read(message, isTcp) is not { } query)
            return null;
        Queries.Enqueue(query);
        if (Delay > TimeSpan.Zero)
            await Task.Delay(Delay, _stop.Token);
        byte[]? answer = ZoneAnswer.Make(query, _zone.Answer(query.Question), FaultOf(query));
        return answer is null || Spoil is null ? answer : Spoil(answer);
    }

    private ZoneFault FaultOf(ZoneQuery query) => _faults.GetValueOrDefault(query.Question.Name);

    private static bool IsEnd(Exception exception) =>
        exception is OperationCanceledException or ObjectDisposedException or SocketException or IOException;
}
