using System.Net;

namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>Makes the HTTP stack of one route.</summary>
internal static class RouteHandler
{
    /// <summary>No redirect is followed, since the credential would go there; no cookies, since a session cookie would make v4 and later ignore the credential (G37).</summary>
    public static SocketsHttpHandler New(ApiRoute route, CertificateVerdict certificate)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseProxy = !route.Proxy.IsOff,
        };
        if (route.Proxy.Address is { } proxy)
            handler.Proxy = new WebProxy(proxy) { Credentials = route.Proxy.Credential };
        handler.SslOptions.RemoteCertificateValidationCallback = certificate.Accepts;
        handler.SslOptions.CertificateChainPolicy = route.Certificate.ChainPolicy();
        return handler;
    }
}
