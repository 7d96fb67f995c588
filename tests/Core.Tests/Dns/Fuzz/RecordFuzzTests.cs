using System.Net;
using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Fuzz;

/// <summary>Random and damaged records: no crash, no hang, never more lookups than the limits allow.</summary>
public sealed class RecordFuzzTests
{
    /// <summary>First TXT, ten terms that each ask a name and ten hosts, the names of the client, exp.</summary>
    private const int MostSpfQueries = 1 + (10 * 11) + 11 + 1;

    /// <summary>Eight names of a walk and the existence of the domain.</summary>
    private const int MostDmarcQueries = 9;

    [Fact(Timeout = FuzzSize.HangMilliseconds)]
    public async Task Spf_records()
    {
        for (int seed = 0; seed < FuzzSize.Count; seed++)
        {
            Random random = new(seed);
            RandomText text = new(random);
            ZoneLookup lookup = new(RandomZone(random, text));
            SpfIdentity identity = SpfIdentity.Create(
                IPAddress.Parse(text.Pick("192.0.2.1", "198.51.100.7", "2001:db8::1", "::ffff:192.0.2.1")),
                null,
                text.Damage(text.Pick("user", "a.b-c", "", "\u00fc") + "@" + text.Name()),
                text.Damage(text.Name()));

            SpfResult result = await new SpfEvaluator(lookup, TimeProvider.System).CheckHostAsync(identity, TestContext.Current.CancellationToken);

            Assert.True(lookup.Asked.Count <= MostSpfQueries, $"seed {seed} asked {lookup.Asked.Count} times");
            Assert.True(result.LookupCount <= 12 && result.VoidLookupCount <= 3, $"seed {seed} counts {result.LookupCount} and {result.VoidLookupCount}");
            Assert.True(result.Summary.Length > 0 && !HasControl(result.Summary + result.Record + result.Explanation + result.Trace), $"seed {seed} shows control characters");
        }
    }

    [Fact(Timeout = FuzzSize.HangMilliseconds)]
    public async Task Dkim_records()
    {
        for (int seed = 0; seed < FuzzSize.Count; seed++)
        {
            Random random = new(seed);
            RandomText text = new(random);
            Zone zone = new();
            for (int count = random.Next(3); count >= 0; count--)
                zone.AddText("sel._domainkey.example.com", text.Dkim());
            DkimQuery query = DkimQuery.Create("example.com", "sel") with
            {
                Algorithm = text.Pick("rsa-sha256", "ed25519-sha256", "rsa-sha1", "x"),
                Identity = text.Damage("a@mail.example.com"),
            };

            DkimResult result = await new DkimKeyCheck(new ZoneLookup(zone)).CheckAsync(query, TestContext.Current.CancellationToken);

            Assert.True(result.Summary.Length > 0 && !HasControl(result.Summary + result.Remedy + result.Record), $"seed {seed} shows control characters");
            Assert.True(result.Verdict == DkimVerdict.Usable || result.Reasons.Count > 0, $"seed {seed} gives no reason");
        }
    }

    [Fact(Timeout = FuzzSize.HangMilliseconds)]
    public async Task Dmarc_records()
    {
        for (int seed = 0; seed < FuzzSize.Count; seed++)
        {
            Random random = new(seed);
            RandomText text = new(random);
            string domain = string.Join('.', Enumerable.Repeat("l", random.Next(9))) + (random.Next(2) == 0 ? ".example.com" : "x.example.com");
            domain = domain.TrimStart('.');
            Zone zone = new();
            for (string name = domain; name.Contains('.', StringComparison.Ordinal); name = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
            {
                for (int count = random.Next(3); count > 0; count--)
                    zone.AddText("_dmarc." + name, text.Dmarc());
            }

            ZoneLookup lookup = new(zone);
            DmarcQuery query = DmarcQuery.Create(domain) with { HasMessage = random.Next(2) == 0, Spf = new DmarcIdentifier("pass", domain) };

            DmarcResult result = await new DmarcCheck(lookup).CheckAsync(query, TestContext.Current.CancellationToken);

            int asked = lookup.Asked.Distinct().Count();
            Assert.True(asked <= MostDmarcQueries, $"seed {seed} asked {asked} names");
            Assert.True(result.Summary.Length > 0 && !HasControl(result.Summary + result.Record), $"seed {seed} shows control characters");
        }
    }

    private static Zone RandomZone(Random random, RandomText text)
    {
        Zone zone = new();
        zone.Add("mute.example.com", new ZoneEntry(null, null) { IsSilent = true });
        zone.Add("fail.example.com", new ZoneEntry(null, null) { Code = 2 });
        foreach (string name in (string[])["a.example.com", "b.example.com", "c.example.com", "example.com", "example.net"])
        {
            zone.AddText(name, text.Spf());
            if (random.Next(8) == 0)
                zone.AddText(name, text.Spf());
            zone.AddAddress(name, text.Pick("192.0.2.1", "192.0.2.9", "2001:db8::1"));
            for (int hosts = random.Next(14); hosts > 0; hosts--)
                zone.Add(name, new ZoneEntry(DnsRecordType.Mx, new MxRecord(hosts, text.Name())));
        }

        foreach (string pointer in (string[])["1.2.0.192.in-addr.arpa", "7.100.51.198.in-addr.arpa"])
        {
            for (int names = random.Next(14); names > 0; names--)
                zone.Add(pointer, new ZoneEntry(DnsRecordType.Ptr, new HostRecord(text.Name())));
        }

        return zone;
    }

    private static bool HasControl(string text) => text.Any(character => char.IsControl(character) && character is not ('\n' or '\r'));
}
