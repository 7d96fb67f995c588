using System.Net;

namespace ListmonkPS.Core.Listmonk.Api.Routes;

/// <summary>Which proxy is used.</summary>
/// <param name="Address">The proxy; null for the system's (environment variables, or its settings).</param>
/// <param name="Credential">Log-in at it; null for none.</param>
/// <param name="IsOff">True for none at all.</param>
internal sealed record ProxyRule(Uri? Address = null, NetworkCredential? Credential = null, bool IsOff = false)
{
    /// <summary>As the system has it.</summary>
    public static ProxyRule System { get; } = new();

    /// <summary>The proxy on the way to a server, as it is shown; null for a straight way.</summary>
    /// <param name="server">Address of the server.</param>
    public string? ShownFor(Uri server)
    {
        Uri? proxy = IsOff ? null : Address ?? (HttpClient.DefaultProxy.IsBypassed(server) ? null : HttpClient.DefaultProxy.GetProxy(server));
        return proxy?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped); // never its user information
    }

    /// <summary>No credential is shown.</summary>
    public override string ToString() => Address?.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) ?? nameof(ProxyRule);
}
