using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Network;

/// <summary>
/// A port on 127.0.0.1 that is taken and at which nobody listens: who connects is refused. While it is held the system gives it to nobody who asks for any port,
/// and one who asks for this very port may listen there (on Linux and macOS, where servers share an address that is only bound).
/// </summary>
public sealed class HeldPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Takes a port.</summary>
    /// <param name="port">Which; 0 for one that the system gives.</param>
    public HeldPort(int port = 0)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        Port = ((IPEndPoint)_socket.LocalEndPoint!).Port;
    }

    /// <summary>The port.</summary>
    public int Port { get; }

    /// <summary>Lets it go.</summary>
    public void Dispose() => _socket.Dispose();
}
