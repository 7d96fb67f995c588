using System.Security.Cryptography.X509Certificates;

namespace ListmonkPS.Core.Dns.Policies.MtaSts;

/// <summary>How a policy file is fetched. The defaults are the standard's; tests point port and authorities to a server of their own.</summary>
internal sealed record PolicyFetchOptions
{
    /// <summary>Port of the web server.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Certificates of authorities that are trusted instead of the system's; null for the system's.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>Time for all of it. A mail server may wait a minute (RFC 8461 3.3); a person is not left waiting so long.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);
}
