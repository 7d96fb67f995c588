using System.Net.Sockets;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>Tells which failure it is when no answer came over HTTP.</summary>
/// <param name="place">Address of the server as it is shown.</param>
/// <param name="host">Its host.</param>
/// <param name="proxy">The proxy on the way to it as it is shown; null for none.</param>
/// <param name="certificate">What was said of the server's certificate.</param>
internal sealed class HttpTrouble(string place, string host, string? proxy, CertificateVerdict certificate)
{
    /// <summary>The failure of an exception.</summary>
    public Failure Of(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.ProxyTunnelError => ProxyRefused(),
        HttpRequestError.SecureConnectionError => certificate.FailureOf(place) ?? Unreachable("failure.reason.not-tls"),
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded =>
            Unreachable("failure.reason.not-http"),
        HttpRequestError.NameResolutionError => NotConnected(SocketTrouble.ReasonOf(SocketError.HostNotFound, ConnectedHost)),
        HttpRequestError.ConnectionError when SocketErrorOf(exception) is { } error => NotConnected(SocketTrouble.ReasonOf(error, ConnectedHost)),
        HttpRequestError.ResponseEnded => Closed(),
        _ => SocketErrorOf(exception) is { } error ? ConnectionFailures.ApiUnreachable(place, SocketTrouble.ReasonOf(error, host)) : Closed(),
    };

    /// <summary>The failure of a connection that ended too early.</summary>
    public Failure Closed() => Unreachable("failure.reason.closed");

    /// <summary>The failure of a proxy that wants another log-in, or none of us.</summary>
    public Failure ProxyRefused(bool isLogin = false) => RouteFailures.ProxyRefused(
        place, proxy ?? "?", Texts.Format(isLogin ? "failure.reason.proxy-login" : "failure.reason.proxy-tunnel"));

    // With a proxy on the way, it is the one that connections are made to.
    private string ConnectedHost => proxy is null ? host : new Uri(proxy).Host;

    private Failure NotConnected(string reason) =>
        proxy is null ? ConnectionFailures.ApiUnreachable(place, reason) : RouteFailures.ProxyUnreachable(place, proxy, reason);

    private Failure Unreachable(string reason) => ConnectionFailures.ApiUnreachable(place, Texts.Format(reason));

    private static SocketError? SocketErrorOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
                return socket.SocketErrorCode;
        }

        return null;
    }
}
