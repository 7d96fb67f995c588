using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;

namespace ListmonkPS.Core.Dns.Policies;

/// <summary>Whether a host has addresses: that of the confirm links, and the one said in HELO.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class HostPolicy(IDnsLookup lookup)
{
    /// <summary>Tests the host that links lead to; without an address every link is dead.</summary>
    public async Task<DnsTest> CheckRootUrlAsync(string host, CancellationToken cancellation)
    {
        (string[] addresses, DnsAnswer? failed) = await AddressesAsync(host, cancellation);
        if (addresses.Length > 0)
            return PolicyTest.Pass(DnsTestKind.RootUrl, host, string.Join(", ", addresses));
        return failed is null
            ? PolicyTest.Tell(DnsTestKind.RootUrl, host, CheckStatus.Fail, DnsReason.HostUnknown)
            : PolicyTest.Error(DnsTestKind.RootUrl, host, failed);
    }

    /// <summary>Tests the name said in HELO; some receivers refuse one that is no full name or does not exist (RFC 5321 4.1.4 does not ask for it).</summary>
    public async Task<DnsTest> CheckHelloAsync(string hello, CancellationToken cancellation)
    {
        if (DomainName.TryNormalize(hello) is not { } name)
            return PolicyTest.Tell(DnsTestKind.Hello, hello, CheckStatus.Warning, DnsReason.HelloNotFull);
        (string[] addresses, DnsAnswer? failed) = await AddressesAsync(name, cancellation);
        if (addresses.Length > 0)
            return PolicyTest.Pass(DnsTestKind.Hello, name, string.Join(", ", addresses));
        return failed is null
            ? PolicyTest.Tell(DnsTestKind.Hello, name, CheckStatus.Warning, DnsReason.HelloUnknown)
            : PolicyTest.Error(DnsTestKind.Hello, name, failed);
    }

    /// <summary>All addresses of a name, both families at once; where there are none, the answer that failed, if one did.</summary>
    private async Task<(string[] Addresses, DnsAnswer? Failed)> AddressesAsync(string name, CancellationToken cancellation)
    {
        DnsAnswer[] answers = await Task.WhenAll(
            lookup.AskAsync(new DnsQuestion(name, DnsRecordType.A), cancellation).AsTask(),
            lookup.AskAsync(new DnsQuestion(name, DnsRecordType.Aaaa), cancellation).AsTask());
        string[] addresses = [.. answers.SelectMany(answer => answer.Records).OfType<AddressRecord>().Select(record => record.Address.ToString())];
        return (addresses, Array.Find(answers, answer => answer.IsError));
    }
}
