using System.Net;

namespace ListmonkPS.Core.Dns.Policies.MtaSts;

/// <summary>Fetches the policy file of a domain (RFC 8461 3.3). Whatever the web server does is an outcome, never an exception.</summary>
internal interface IPolicyFetch
{
    /// <summary>Fetches it.</summary>
    /// <param name="host">mta-sts. and the domain.</param>
    /// <param name="addresses">Addresses of the host, tried in this order.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<PolicyFile> FetchAsync(string host, IReadOnlyList<IPAddress> addresses, CancellationToken cancellation);
}
