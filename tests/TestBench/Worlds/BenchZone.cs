using System.Net;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>
/// The DNS that lived-in worlds are in: one server a process, on loopback, which knows their domain in good order and nothing else. It lives as long as the
/// process, so that a diagnosis in a test never asks a real resolver.
/// </summary>
internal static class BenchZone
{
    /// <summary>Domain that lived-in worlds send as.</summary>
    public const string Domain = "lists.example.org";

    private const string GoodSpf = "v=spf1 ip4:192.0.2.25 -all";

    private static readonly Lazy<ZoneServer> Server = new(() => new ZoneServer(GoodOrder()));

    /// <summary>Where it listens.</summary>
    public static IPEndPoint EndPoint => Server.Value.EndPoint;

    /// <summary>The records of a domain in good order, for tests to add to.</summary>
    /// <param name="spf">The SPF record.</param>
    public static Zone GoodOrder(string spf = GoodSpf) => new Zone()
        .AddText(Domain, spf)
        .AddAddress(Domain, "192.0.2.25")
        .Add(Domain, new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "mail.example.org")))
        .AddAddress("mail.example.org", "192.0.2.25")
        .Add("25.2.0.192.in-addr.arpa", new ZoneEntry(DnsRecordType.Ptr, new HostRecord("mail.example.org")))
        .AddText("mail._domainkey." + Domain, "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
        .AddText("_dmarc." + Domain, "v=DMARC1; p=quarantine");
}
