using System.Net;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Evidence.Sender;
using ListmonkPS.Core.Tests.Dns.Policies;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Evidence.Domain;

/// <summary>A domain as a whole: what is wrong comes first, is a warning at most where it is inferred, and what is proposed is proved.</summary>
public sealed class DomainTestTests
{
    private const string Key = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static readonly IPAddress Host = IPAddress.Parse("192.0.2.25");

    [Fact]
    public async Task A_domain_in_good_order_passes_everything()
    {
        IReadOnlyList<DnsTest> tests = await RunAsync(Good(), new DnsTestRequest { Domain = "example.org", Addresses = [Host], HelloName = "mail.example.org" });

        Assert.All(tests, test => Assert.Equal(CheckStatus.Pass, test.Status));
        Assert.Equal(
            [DnsTestKind.Spf, DnsTestKind.Dkim, DnsTestKind.Dmarc, DnsTestKind.Alignment, DnsTestKind.Ptr, DnsTestKind.Hello, DnsTestKind.Mx, DnsTestKind.MtaSts, DnsTestKind.TlsRpt],
            tests.Select(test => test.Kind));
    }

    [Theory]
    [InlineData("v=spf1 a include:_spf.example.net -all", "v=spf1 a include:_spf.example.net ip4:203.0.113.9 -all", 2, 2)]
    [InlineData("v=spf1 ipv4:203.0.113.9 -all", "v=spf1 ip4:203.0.113.9 -all", 0, 0)]
    [InlineData("v=spf1 a a a a a a a a a a a -all", "v=spf1 ip4:192.0.2.25 ip4:203.0.113.9 -all", 11, 0)]
    [InlineData("v=spf1", "v=spf1 ip4:203.0.113.9", 0, 0)]
    [InlineData("v=spf1 include:closed.example.net ip4:203.0.113.9 -all", "v=spf1 ip4:203.0.113.9 -all", 1, 0)]
    [InlineData("v=spf1 ip4:192.0.2.25 redirect=closed.example.net", "v=spf1 ip4:192.0.2.25 ip4:203.0.113.9 ~all", 1, 0)]
    [InlineData("v=spf1 a:no1.example.net a:no2.example.net mx:no3.example.net include:_spf.example.net ip4:203.0.113.9 -all", "v=spf1 include:_spf.example.net ip4:203.0.113.9 -all", 4, 1)]
    [InlineData("v=spf1 mx mx mx mx mx mx mx mx mx mx a -all", "v=spf1 ip4:192.0.2.25 ip4:203.0.113.9 -all", 11, 0)]
    public async Task A_broken_record_is_found_and_the_corrected_one_proposed_and_proved(string record, string proposed, int before, int after)
    {
        Zone zone = Good(record);

        DnsTest test = Assert.Single(await RunAsync(zone, new DnsTestRequest { Domain = "example.org", Addresses = [IPAddress.Parse("203.0.113.9")], Sender = "news@example.org" }), IsSpf);

        Assert.NotEqual(CheckStatus.Pass, test.Status);
        Assert.Equal(proposed, test.Proposal!.Value);
        Assert.Equal((before, after), (test.Proposal.LookupsBefore!.Value, test.Proposal.LookupsAfter!.Value));
        Assert.Equal($"example.org. 3600 IN TXT \"{proposed}\"", test.Proposal.ZoneLine);
        Assert.Contains("203.0.113.9 gets Pass", test.Proposal.Proof, StringComparison.Ordinal);
        Assert.Contains(proposed, test.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_records_become_one_in_the_proposal()
    {
        Zone zone = Good("v=spf1 ip4:192.0.2.25 ~all").AddText("example.org", "v=spf1 include:_spf.example.net -all");

        DnsTest test = Assert.Single(await RunAsync(zone, new DnsTestRequest { Domain = "example.org", Addresses = [Host], Sender = "news@example.org" }), IsSpf);

        Assert.Equal((CheckStatus.Fail, "multiple-records"), (test.Status, test.Reasons[0]));
        Assert.Equal("v=spf1 ip4:192.0.2.25 include:_spf.example.net ~all", test.Proposal!.Value);
    }

    [Theory]
    [InlineData("v=spf1 nonsense -all")]
    [InlineData("v=spf1 exists:%{i}.a.test exists:%{i}.b.test exists:%{i}.c.test exists:%{i}.d.test exists:%{i}.e.test exists:%{i}.f.test exists:%{i}.g.test exists:%{i}.h.test exists:%{i}.i.test exists:%{i}.j.test exists:%{i}.k.test -all")]
    public async Task What_cannot_be_proved_is_not_proposed(string record)
    {
        DnsTest test = Assert.Single(await RunAsync(Good(record), new DnsTestRequest { Domain = "example.org", Addresses = [Host], Sender = "news@example.org" }), IsSpf);

        Assert.NotEqual(CheckStatus.Pass, test.Status);
        Assert.Null(test.Proposal);
        Assert.NotNull(test.Remedy);
    }

    [Fact]
    public async Task A_foreign_envelope_domain_is_judged_but_not_mended()
    {
        Zone zone = Good().AddText("bounce.provider.test", "v=spf1 -all");

        DnsTest test = Assert.Single(await RunAsync(zone, new DnsTestRequest { Domain = "example.org", Addresses = [Host], Sender = "x@bounce.provider.test" }), IsSpf);

        Assert.Equal((CheckStatus.Fail, "bounce.provider.test"), (test.Status, test.Name));
        Assert.Null(test.Proposal);
    }

    [Fact]
    public async Task What_is_inferred_is_a_warning_at_most()
    {
        Zone zone = Good("v=spf1 -all").AddAddress("relay.example.org", "192.0.2.77");
        SenderSettings sender = new() { FromDomain = "example.org", EnvelopeSender = "news@example.org", HelloName = "relay.example.org", SmtpHost = "relay.example.org" };

        IReadOnlyList<DnsTest> tests = await RunAsync(zone, new DnsTestRequest(), sender);

        Assert.DoesNotContain(tests, test => test.Status == CheckStatus.Fail);
        DnsTest spf = Assert.Single(tests, IsSpf);
        Assert.True(spf is { Status: CheckStatus.Warning, Inferred: true });
        Assert.Equal("v=spf1 ip4:192.0.2.77 -all", spf.Proposal!.Value);
        Assert.Equal("no-ptr", Assert.Single(tests, test => test.Kind == DnsTestKind.Ptr).Reasons[0]);
    }

    [Fact]
    public async Task A_provider_that_sends_must_be_included()
    {
        SenderSettings sender = new() { FromDomain = "example.org", EnvelopeSender = "news@example.org", HelloName = "localhost", SmtpHost = "smtp.mailgun.org" };
        Zone zone = Good("v=spf1 a -all").AddText("mailgun.org", "v=spf1 ip4:198.51.100.0/24 ~all");

        DnsTest test = Assert.Single(await RunAsync(zone, new DnsTestRequest(), sender), IsSpf);

        Assert.Equal(CheckStatus.Warning, test.Status);
        Assert.Contains(DnsReason.ProviderNotIncluded, test.Reasons);
        Assert.Equal("v=spf1 a include:mailgun.org -all", test.Proposal!.Value);
        Assert.Equal(CheckStatus.Pass, Assert.Single(await RunAsync(Good("v=spf1 include:mailgun.org -all").AddText("mailgun.org", "v=spf1 ~all"), new DnsTestRequest(), sender), IsSpf).Status);
    }

    [Fact]
    public async Task Without_DMARC_record_one_is_proposed_and_nothing_fails()
    {
        Zone zone = new Zone().AddText("example.org", "v=spf1 ip4:192.0.2.25 -all").AddText("mail._domainkey.example.org", Key);

        IReadOnlyList<DnsTest> tests = await RunAsync(zone, new DnsTestRequest { Domain = "example.org", Sender = "news@example.org" });

        DnsTest dmarc = Assert.Single(tests, test => test.Kind == DnsTestKind.Dmarc);
        Assert.Equal((CheckStatus.Warning, "_dmarc.example.org", "v=DMARC1; p=none; rua=mailto:postmaster@example.org"), (dmarc.Status, dmarc.Proposal!.Name, dmarc.Proposal.Value));
        Assert.Equal(CheckStatus.Skipped, Assert.Single(tests, test => test.Kind == DnsTestKind.Alignment).Status);
    }

    [Fact]
    public async Task A_mail_tells_everything_and_then_alignment_fails_for_sure()
    {
        string path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            path,
            [
                "Return-Path: <x@bounce.provider.test>",
                "Received: by mx.receiver.test; today",
                "Received: from out.provider.test (out.provider.test [198.51.100.7]) by mx.receiver.test",
                "Received: from inside (unknown [192.0.2.99]) by out.provider.test",
                "DKIM-Signature: v=1; a=ed25519-sha256; d=provider.test; s=s1; h=from; bh=x; b=x",
                "From: Lists <news@example.org>",
                "",
                "Hello",
            ],
            TestContext.Current.CancellationToken);
        try
        {
            Zone zone = Good().AddText("bounce.provider.test", "v=spf1 ip4:198.51.100.7 -all").AddText("s1._domainkey.provider.test", Key);

            IReadOnlyList<DnsTest> tests = await RunAsync(zone, new DnsTestRequest { MailPath = path });

            Assert.Equal((CheckStatus.Pass, "bounce.provider.test"), (Assert.Single(tests, IsSpf).Status, Assert.Single(tests, IsSpf).Name));
            Assert.Equal("s1._domainkey.provider.test", Assert.Single(tests, test => test.Kind == DnsTestKind.Dkim).Name);
            DnsTest alignment = Assert.Single(tests, test => test.Kind == DnsTestKind.Alignment);
            Assert.Equal((CheckStatus.Fail, false, DnsReason.Unaligned), (alignment.Status, alignment.Inferred, alignment.Reasons[0]));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_silent_DNS_is_an_error_never_a_missing_record()
    {
        Zone zone = new();
        foreach (string name in (string[])["example.org", "_dmarc.example.org", "_mta-sts.example.org", "_smtp._tls.example.org", "mail._domainkey.example.org"])
            zone.Add(name, new ZoneEntry(null, null) { IsSilent = true });

        IReadOnlyList<DnsTest> tests = await RunAsync(zone, new DnsTestRequest { Domain = "example.org", Selectors = ["mail"], Sender = "news@example.org" });

        Assert.All(tests, test => Assert.Equal(CheckStatus.Error, test.Status));
        Assert.All(tests, test => Assert.Null(test.Proposal));
    }

    /// <summary>Four includes one behind the other, then an address: the longest chain. All else fits beside it, within the bound of the design (1.3 times).</summary>
    [Fact]
    public void A_whole_domain_takes_hardly_longer_than_its_longest_chain()
    {
        const int Chain = 6;
        Zone zone = Good("v=spf1 mx include:i1.example.net -all");
        for (int level = 1; level < 4; level++)
            zone.AddText($"i{level}.example.net", $"v=spf1 a:h{level}.example.net include:i{level + 1}.example.net ~all").AddAddress($"h{level}.example.net", "198.51.100.1");
        zone.AddText("i4.example.net", "v=spf1 a:last.example.net ~all").AddAddress("last.example.net", "192.0.2.25");
        LookupRounds rounds = new(new ZoneLookup(zone));
        RunLookup run = new(rounds, TestContext.Current.CancellationToken);

        IReadOnlyList<DnsTest> tests = rounds.Run(() => RunAsync(run, new DnsTestRequest { Domain = "example.org", Addresses = [Host], HelloName = "mail.example.org" }, null));

        Assert.Equal(CheckStatus.Pass, Assert.Single(tests, IsSpf).Status);
        Assert.InRange(rounds.Count, Chain, (int)(Chain * 1.3));
        Assert.True(run.Asked.Count > 2 * Chain, $"{run.Asked.Count} questions");
    }

    private static bool IsSpf(DnsTest test) => test.Kind == DnsTestKind.Spf;

    private static Zone Good(string spf = "v=spf1 a include:_spf.example.net -all") => new Zone()
        .AddText("example.org", spf)
        .AddAddress("example.org", "192.0.2.25")
        .Add("example.org", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "mail.example.org")))
        .AddAddress("mail.example.org", "192.0.2.25")
        .Add("25.2.0.192.in-addr.arpa", new ZoneEntry(DnsRecordType.Ptr, new HostRecord("mail.example.org")))
        .AddText("_spf.example.net", "v=spf1 ip4:198.51.100.0/24 ~all")
        .AddText("_dmarc.example.org", "v=DMARC1; p=quarantine")
        .AddText("mail._domainkey.example.org", Key);

    private static Task<IReadOnlyList<DnsTest>> RunAsync(Zone zone, DnsTestRequest request, SenderSettings? sender = null) =>
        RunAsync(new RunLookup(new ZoneLookup(zone), TestContext.Current.CancellationToken), request, sender);

    private static async Task<IReadOnlyList<DnsTest>> RunAsync(RunLookup run, DnsTestRequest request, SenderSettings? sender)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        DomainSubject subject = await new DomainSubjectReader(run).ReadAsync(request, sender, cancellation);
        return await new DomainTest(run, _ => throw new InvalidOperationException("no server is asked directly"), NoPolicy.Instance, TimeProvider.System).RunAsync(subject, request, cancellation);
    }
}
