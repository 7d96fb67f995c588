using System.Net;
using System.Net.Sockets;

namespace ListmonkPS.TestBench.Smtp.Real;

/// <summary>Ports on 127.0.0.1, each for one way in which the server behaves.</summary>
/// <param name="Submission">STARTTLS and log-in.</param>
/// <param name="Implicit">TLS from the first byte.</param>
/// <param name="Limited">Two messages a minute and client (anvil).</param>
/// <param name="Greylisted">Refuses the first time (policy service).</param>
/// <param name="Sasl">Dovecot's log-in service.</param>
public sealed record RealMailServerPorts(int Submission, int Implicit, int Limited, int Greylisted, int Sasl)
{
    /// <summary>Ports that were free just now.</summary>
    internal static RealMailServerPorts Choose()
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
            listener.Dispose();
        return new RealMailServerPorts(ports[0], ports[1], ports[2], ports[3], ports[4]);
    }
}
