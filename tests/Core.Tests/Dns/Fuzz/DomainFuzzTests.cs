using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Dns.Spf.Records;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Tests.Dns.Policies;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Fuzz;

/// <summary>Whole domains of random records: no crash, a bounded number of questions, and whatever is proposed fits its grammar.</summary>
public sealed class DomainFuzzTests
{
    /// <summary>A whole domain costs more than one record: a fifth of the others' count.</summary>
    private const int Fraction = 5;

    /// <summary>What the survey of SPF asks at most (250 with its records), an evaluation for two hosts, fifty selectors, and a hundred for all else.</summary>
    private const int MostQuestions = 800;

    private const string Domain = "example.com";

    private static readonly IPAddress[] Hosts = [IPAddress.Parse("192.0.2.1"), IPAddress.Parse("2001:db8::1")];

    [Fact(Timeout = FuzzSize.HangMilliseconds)]
    public async Task Whole_domains()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        for (int seed = 0; seed < FuzzSize.Count / Fraction; seed++)
        {
            Random random = new(seed);
            RandomText text = new(random);
            ZoneLookup lookup = new(RandomZone(random, text));
            RunLookup run = new(lookup, cancellation);
            DnsTestRequest request = new() { Domain = Domain, Addresses = random.Next(3) == 0 ? [] : Hosts, Sender = text.Pick("a@example.com", "a@a.example.com", "a@example.net"), HelloName = text.Name() };
            DomainSubject subject = await new DomainSubjectReader(run).ReadAsync(request, null, cancellation);

            IReadOnlyList<DnsTest> tests = await new DomainTest(run, _ => run, NoPolicy.Instance, TimeProvider.System).RunAsync(subject, request, cancellation);

            Assert.True(lookup.Asked.Count <= MostQuestions, $"seed {seed} asked {lookup.Asked.Count} questions");
            Assert.True(lookup.Asked.Distinct().Count() == lookup.Asked.Count, $"seed {seed} asked a name twice");
            Assert.All(tests, test => Assert.True(test.Summary.Length > 0 && !HasControl(test.Summary + test.Remedy + test.Record + test.Proposal), $"seed {seed} shows control characters"));
            Assert.All(tests.Where(test => test.Proposal is not null), test => Assert.True(Fits(test.Kind, test.Proposal!), $"seed {seed} proposes {test.Proposal}"));
        }
    }

    [Fact]
    public void Policy_files()
    {
        for (int seed = 0; seed < FuzzSize.Count; seed++)
        {
            Random random = new(seed);
            RandomText text = new(random);
            string file = string.Join(text.Pick("\n", "\r\n"), Enumerable.Range(0, random.Next(8)).Select(_ => text.Pick(
                "version: STSv1", "mode: enforce", "mode: testing", "max_age: 86400", "max_age: 99999999999", "mx: mail.example.com", "mx: *.example.com", "mx: *", "mx:", "x: y", ":", "mx: *.*.com")));

            (MtaStsPolicy? policy, string fault) = MtaStsPolicy.Parse(text.Damage(file));

            Assert.True(policy is null == fault.Length > 0, $"seed {seed}: {file}");
            Assert.False(policy?.Covers("") ?? false);
        }
    }

    private static bool Fits(DnsTestKind kind, DnsProposal proposal) => proposal.Proof.Length > 0 && kind switch
    {
        DnsTestKind.Spf => SpfRecordParser.TryParse(proposal.Value, out _, out _),
        DnsTestKind.Dkim => proposal.Value.StartsWith("v=DKIM1; ", StringComparison.Ordinal),
        DnsTestKind.Dmarc => proposal.Value.StartsWith("v=DMARC1", StringComparison.Ordinal),
        DnsTestKind.MtaSts => proposal.Value.StartsWith("v=STSv1; id=", StringComparison.Ordinal),
        DnsTestKind.TlsRpt => proposal.Value.StartsWith("v=TLSRPTv1; rua=", StringComparison.Ordinal),
        _ => proposal.Value.Length > 0,
    };

    private static Zone RandomZone(Random random, RandomText text)
    {
        Zone zone = new();
        zone.Add("mute.example.com", new ZoneEntry(null, null) { IsSilent = true });
        zone.Add("fail.example.com", new ZoneEntry(null, null) { Code = 2 });
        foreach (string name in (string[])["a.example.com", "b.example.com", "c.example.com", "example.com", "example.net"])
        {
            for (int count = random.Next(3); count > 0; count--)
                zone.AddText(name, text.Spf());
            zone.AddAddress(name, text.Pick("192.0.2.1", "192.0.2.9", "2001:db8::1"));
            for (int hosts = random.Next(4); hosts > 0; hosts--)
                zone.Add(name, new ZoneEntry(DnsRecordType.Mx, new MxRecord(hosts, random.Next(9) == 0 ? "" : text.Name())));
        }

        for (int count = random.Next(3); count > 0; count--)
            zone.AddText("_dmarc.example.com", text.Dmarc());
        for (int count = random.Next(3); count > 0; count--)
            zone.AddText(text.Pick("mail", "default", "k1") + "._domainkey.example.com", text.Dkim());
        for (int count = random.Next(2); count > 0; count--)
            zone.AddText("_mta-sts.example.com", text.Damage("v=STSv1; id=1;"));
        for (int count = random.Next(2); count > 0; count--)
            zone.AddText("_smtp._tls.example.com", text.Damage("v=TLSRPTv1; rua=mailto:a@example.com,b@example.net,https://x.example/"));
        if (random.Next(2) == 0)
            zone.Add("1.2.0.192.in-addr.arpa", new ZoneEntry(DnsRecordType.Ptr, new HostRecord(text.Name())));
        return zone;
    }

    private static bool HasControl(string text) => text.Any(character => char.IsControl(character) && character is not ('\n' or '\r'));
}
