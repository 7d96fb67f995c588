using System.Net;

namespace ListmonkPS;

/// <summary>What SPF is to be checked for. What is not given is taken from the session.</summary>
public sealed record SpfRequest
{
    /// <summary>Addresses of sending hosts; empty for the server's own relay, where there is one.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; init; } = [];

    /// <summary>Domain to check; null for that of the sender.</summary>
    public string? Domain { get; init; }

    /// <summary>MAIL FROM; empty text for the null sender; null for none given.</summary>
    public string? Sender { get; init; }

    /// <summary>Name in HELO or EHLO; null for none given.</summary>
    public string? HelloName { get; init; }
}
