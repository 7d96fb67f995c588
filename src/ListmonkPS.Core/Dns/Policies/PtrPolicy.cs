using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Whether a sending address has a name that leads back to it: big mailbox providers refuse mail from addresses without one.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class PtrPolicy(IDnsLookup lookup)
{
    private const int MostNames = 10;

    /// <summary>Tests an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="isInferred">True when it is not sure that it is the one.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DnsTest> CheckAsync(IPAddress address, bool isInferred, CancellationToken cancellation)
    {
        string name = address.ToString();
        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(SpfValidatedNames.ReverseName(address), DnsRecordType.Ptr), cancellation);
        if (answer.IsError)
            return PolicyTest.Error(DnsTestKind.Ptr, name, answer);
        string[] hosts = [.. answer.Records.OfType<HostRecord>().Take(MostNames).Select(record => record.Host)];
        CheckStatus bad = isInferred ? CheckStatus.Warning : CheckStatus.Fail;
        if (hosts.Length == 0)
            return PolicyTest.Tell(DnsTestKind.Ptr, name, bad, DnsReason.NoPtr) with { Inferred = isInferred };
        DnsRecordType type = address.AddressFamily == AddressFamily.InterNetwork ? DnsRecordType.A : DnsRecordType.Aaaa;
        DnsAnswer[] forward = await Task.WhenAll(hosts.Select(host => lookup.AskAsync(new DnsQuestion(host, type), cancellation).AsTask()));
        int confirmed = Array.FindIndex(forward, found => found.Records.OfType<AddressRecord>().Any(record => record.Address.Equals(address)));
        if (confirmed >= 0)
            return PolicyTest.Pass(DnsTestKind.Ptr, name, hosts[confirmed]) with { Inferred = isInferred };
        return Array.Find(forward, found => found.IsError) is { } failed
            ? PolicyTest.Error(DnsTestKind.Ptr, hosts[0], failed)
            : PolicyTest.Tell(DnsTestKind.Ptr, name, bad, DnsReason.PtrUnconfirmed, hosts[0]) with { Inferred = isInferred };
    }
}
