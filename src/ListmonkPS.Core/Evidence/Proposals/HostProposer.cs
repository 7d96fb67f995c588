using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.Core.Dns.Spf;

namespace ListmonkPS.Core.Evidence.Proposals;

/// <summary>Finds the PTR, address and MX records that should be published, and proves them by testing again with them.</summary>
/// <param name="lookup">Where names are asked.</param>
internal sealed class HostProposer(IDnsLookup lookup)
{
    private const int UsualPreference = 10;

    /// <summary>A test of a sending address with the record that mends it.</summary>
    /// <param name="test">The test.</param>
    /// <param name="address">The address.</param>
    /// <param name="domain">From domain: only hosts of it are the operator's to give addresses to.</param>
    /// <param name="hello">Name that the host says in HELO; null when not known.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async Task<DnsTest> MendPtrAsync(DnsTest test, IPAddress address, string domain, string? hello, CancellationToken cancellation)
    {
        string reverse = SpfValidatedNames.ReverseName(address);
        DnsRecordType type = address.AddressFamily == AddressFamily.InterNetwork ? DnsRecordType.A : DnsRecordType.Aaaa;
        if (test.Reasons.Contains(DnsReason.PtrUnconfirmed) && test.Record is { } host && DomainName.IsAtOrBelow(host, domain))
        {
            DnsAnswer there = await lookup.AskAsync(new DnsQuestion(host, type), cancellation);
            OverlayLookup proposed = new(lookup, new DnsQuestion(host, type), [.. there.Records, new AddressRecord(address)]);
            return await ProveAsync(test, new DnsProposal(host, address.ToString()) { Type = type.ToString().ToUpperInvariant(), Proof = "" }, proposed, address, cancellation);
        }

        if (test.Reasons.Count == 0 || DomainName.TryNormalize(hello) is not { } name)
            return test;
        OverlayLookup named = new(lookup, new DnsQuestion(reverse, DnsRecordType.Ptr), new HostRecord(name));
        return await ProveAsync(test, new DnsProposal(reverse, name + ".") { Type = "PTR", Proof = "" }, named, address, cancellation);
    }

    /// <summary>A test of mail exchangers with the record that mends it: without MX the domain's own address takes the mail, so that it may say so.</summary>
    public static DnsTest MendMx(DnsTest test) => test.Reasons.Contains(DnsReason.NoMx)
        ? test with
        {
            Proposal = new DnsProposal(test.Name, $"{UsualPreference} {test.Name}.") { Type = "MX", Proof = Texts.Format("dns.proposal.mx", test.Name) },
        }
        : test;

    private static async Task<DnsTest> ProveAsync(DnsTest test, DnsProposal proposal, IDnsLookup proposed, IPAddress address, CancellationToken cancellation)
    {
        DnsTest after = await new PtrPolicy(proposed).CheckAsync(address, isInferred: false, cancellation);
        return after.Status == CheckStatus.Pass
            ? test with { Proposal = proposal with { Proof = Texts.Format("dns.proposal.evaluated", after.Summary) } }
            : test;
    }
}
