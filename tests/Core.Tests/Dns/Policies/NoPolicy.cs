using System.Net;
using ListmonkPS.Core.Dns.Policies.MtaSts;

namespace ListmonkPS.Core.Tests.Dns.Policies;

/// <summary>A network without web servers.</summary>
internal sealed class NoPolicy : IPolicyFetch
{
    public static NoPolicy Instance { get; } = new();

    public Task<PolicyFile> FetchAsync(string host, IReadOnlyList<IPAddress> addresses, CancellationToken cancellation) =>
        Task.FromResult(new PolicyFile(null, DnsReason.PolicyUnreachable, "nobody is there"));
}
