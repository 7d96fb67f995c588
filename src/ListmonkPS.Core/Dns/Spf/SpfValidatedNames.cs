using System.Net;
using System.Net.Sockets;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Macros;

namespace ListmonkPS.Core.Dns.Spf;

/// <summary>The names of the client's address that lead back to it: for ptr (RFC 7208 5.5) and the p macro (7.3).</summary>
internal static class SpfValidatedNames
{
    /// <summary>The value of p: the domain itself if validated, else a name below it, else any, else unknown.</summary>
    public static async ValueTask<string> FindAsync(SpfRun run, string domain)
    {
        IReadOnlyList<string> names = await PointerNamesAsync(run, isCounted: false);
        foreach (string name in names.OrderBy(name => Rank(name, domain)))
        {
            if (await IsValidAsync(run, name))
                return name;
        }

        return MacroValues.Unknown;
    }

    /// <summary>The first names that PTR gives for the client; none when the lookup fails (5.5). Asked once a check.</summary>
    /// <param name="run">The check.</param>
    /// <param name="isCounted">True for the mechanism, whose empty answer is a void lookup of the term.</param>
    public static async ValueTask<IReadOnlyList<string>> PointerNamesAsync(SpfRun run, bool isCounted)
    {
        if (run.PointerNames is { } known)
            return known;
        DnsAnswer answer = await run.AskAsync(ReverseName(run.Identity.Client), DnsRecordType.Ptr);
        if (isCounted && answer.IsVoid)
            run.CountVoid();
        run.PointerNames = [.. answer.Records.Take(run.Limits.PtrNames).OfType<HostRecord>().Select(record => record.Host)];
        return run.PointerNames;
    }

    /// <summary>True when a name's addresses have the client among them; a name whose lookup fails is skipped (5.5).</summary>
    public static async ValueTask<bool> IsValidAsync(SpfRun run, string name)
    {
        DnsAnswer answer = await run.AskAsync(name, SpfMechanisms.AddressType(run.Identity.Client));
        return answer.Records.OfType<AddressRecord>().Any(record => record.Address.Equals(run.Identity.Client));
    }

    /// <summary>The name under in-addr.arpa or ip6.arpa where an address has its PTR.</summary>
    public static string ReverseName(IPAddress address)
    {
        string[] parts = MacroValues.DottedAddress(address).Split('.');
        Array.Reverse(parts);
        return string.Join('.', parts) + (address.AddressFamily == AddressFamily.InterNetwork ? ".in-addr.arpa" : ".ip6.arpa");
    }

    private static int Rank(string name, string domain) => DomainName.AreEqual(name, domain) ? 0 : DomainName.IsAtOrBelow(name, domain) ? 1 : 2;
}
