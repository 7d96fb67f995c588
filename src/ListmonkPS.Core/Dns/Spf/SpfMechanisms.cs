using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Records;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>The mechanisms that compare the client with something (RFC 7208 5); include is the evaluator's own.</summary>
internal static class SpfMechanisms
{
    /// <summary>Evaluates one mechanism at a domain.</summary>
    public static ValueTask<SpfMatch> MatchAsync(SpfRun run, SpfTerm term, string domain) => term.Kind switch
    {
        SpfTermKind.All => ValueTask.FromResult(new SpfMatch(true)),
        SpfTermKind.Ip4 or SpfTermKind.Ip6 => ValueTask.FromResult(MatchNetwork(run, term)),
        SpfTermKind.A => MatchAddressAsync(run, term, domain),
        SpfTermKind.Mx => MatchMxAsync(run, term, domain),
        SpfTermKind.Ptr => MatchPtrAsync(run, term, domain),
        SpfTermKind.Exists => MatchExistsAsync(run, term, domain),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term.Kind, null),
    };

    /// <summary>The type that holds addresses of the client's family (5).</summary>
    public static DnsRecordType AddressType(IPAddress client) =>
        client.AddressFamily == AddressFamily.InterNetwork ? DnsRecordType.A : DnsRecordType.Aaaa;

    private static int Prefix(SpfRun run, SpfTerm term) =>
        run.Identity.Client.AddressFamily == AddressFamily.InterNetwork ? term.Prefix4 : term.Prefix6;

    /// <summary>5.6. A client of the other family never matches, nor does a mapped network: the client was unmapped at entry.</summary>
    private static SpfMatch MatchNetwork(SpfRun run, SpfTerm term)
    {
        int prefix = term.Kind == SpfTermKind.Ip4 ? term.Prefix4 : term.Prefix6;
        return AddressPrefix.IsShared(term.Network!, run.Identity.Client, prefix)
            ? new SpfMatch(true) { Address = Text(term.Network!, prefix) }
            : new SpfMatch(false);
    }

    /// <summary>5.3.</summary>
    private static async ValueTask<SpfMatch> MatchAddressAsync(SpfRun run, SpfTerm term, string domain)
    {
        string target = await run.TargetAsync(term, domain);
        DnsAnswer answer = await run.AskCountingVoidAsync(target, AddressType(run.Identity.Client));
        if (answer.IsError)
            return SpfMatch.DnsError(run, target);
        List<string> found = [];
        string? match = Compare(run, term, answer, found);
        return new SpfMatch(match is not null) { Target = target, Address = match, Found = found };
    }

    /// <summary>5.4. Without MX there is no match: the domain's own address is not tried.</summary>
    private static async ValueTask<SpfMatch> MatchMxAsync(SpfRun run, SpfTerm term, string domain)
    {
        string target = await run.TargetAsync(term, domain);
        DnsAnswer hosts = await run.AskCountingVoidAsync(target, DnsRecordType.Mx);
        if (hosts.IsError)
            return SpfMatch.DnsError(run, target);
        if (hosts.Records.Count > run.Limits.MxHosts)
            return new SpfMatch(false) { Error = SpfOutcome.PermError, Reason = SpfReason.MxLimit, Target = target };
        List<string> found = [];
        foreach (MxRecord host in hosts.Records.OfType<MxRecord>().OrderBy(record => record.Preference))
        {
            if (host.Exchange.Length == 0)
                continue; // a null MX has no address
            DnsAnswer addresses = await run.AskCountingVoidAsync(host.Exchange, AddressType(run.Identity.Client));
            if (addresses.IsError)
                return SpfMatch.DnsError(run, host.Exchange);
            found.Add(host.Exchange);
            if (Compare(run, term, addresses, found) is { } match)
                return new SpfMatch(true) { Target = target, Address = match, Found = found };
        }

        return new SpfMatch(false) { Target = target, Found = found };
    }

    /// <summary>5.5. Errors are never errors of the check here: the client's owner, not the domain's, keeps those names.</summary>
    private static async ValueTask<SpfMatch> MatchPtrAsync(SpfRun run, SpfTerm term, string domain)
    {
        string target = await run.TargetAsync(term, domain);
        IReadOnlyList<string> names = await SpfValidatedNames.PointerNamesAsync(run, isCounted: true);
        foreach (string name in names.Where(name => DomainName.IsAtOrBelow(name, target)))
        {
            if (await SpfValidatedNames.IsValidAsync(run, name))
                return new SpfMatch(true) { Target = target, Address = name, Found = names };
        }

        return new SpfMatch(false) { Target = target, Found = names };
    }

    /// <summary>5.7. Type A for clients of either family; the address does not matter.</summary>
    private static async ValueTask<SpfMatch> MatchExistsAsync(SpfRun run, SpfTerm term, string domain)
    {
        string target = await run.TargetAsync(term, domain);
        DnsAnswer answer = await run.AskCountingVoidAsync(target, DnsRecordType.A);
        return answer.IsError ? SpfMatch.DnsError(run, target) : new SpfMatch(answer.Records.Count > 0) { Target = target };
    }

    /// <summary>The first address that shares the prefix with the client, as text; null when none does. Notes all of them.</summary>
    private static string? Compare(SpfRun run, SpfTerm term, DnsAnswer answer, List<string> found)
    {
        int prefix = Prefix(run, term);
        string? match = null;
        foreach (DnsRecord record in answer.Records)
        {
            IPAddress address = ((AddressRecord)record).Address;
            found.Add(address.ToString());
            if (match is null && AddressPrefix.IsShared(address, run.Identity.Client, prefix))
                match = Text(address, prefix);
        }

        return match;
    }

    private static string Text(IPAddress address, int prefix)
    {
        int whole = address.AddressFamily == AddressFamily.InterNetwork ? SpfTerm.Bits4 : SpfTerm.Bits6;
        return prefix == whole ? address.ToString() : string.Create(CultureInfo.InvariantCulture, $"{address}/{prefix}");
    }
}
