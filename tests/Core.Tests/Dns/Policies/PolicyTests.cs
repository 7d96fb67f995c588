using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Policies;

/// <summary>Each outcome of each policy, with its word, status and sentence.</summary>
public sealed class PolicyTests
{
    [Theory]
    [InlineData("""{"example.org": [{"MX": [10, "mx.example.org"]}], "mx.example.org": [{"A": "192.0.2.1"}]}""", "Pass", "")]
    [InlineData("""{"example.org": [{"MX": [10, "mx.example.org"]}], "mx.example.org": [{"AAAA": "2001:db8::1"}]}""", "Pass", "")]
    [InlineData("""{"example.org": [{"MX": [0, ""]}]}""", "Warning", "null-mx")]
    [InlineData("""{"example.org": [{"A": "192.0.2.1"}]}""", "Warning", "no-mx")]
    [InlineData("""{"example.org": [{"TXT": "x"}]}""", "Warning", "no-mail")]
    [InlineData("""{"other.org": [{"TXT": "x"}]}""", "Fail", "domain-nonexistent")]
    [InlineData("""{"example.org": [{"MX": [10, "gone.example.org"]}]}""", "Warning", "mx-without-address")]
    [InlineData("""{"example.org": [{"MX": [10, "alias.example.org"]}], "alias.example.org": [{"CNAME": "mx.example.org"}], "mx.example.org": [{"A": "192.0.2.1"}]}""", "Warning", "mx-alias")]
    [InlineData("""{"example.org": ["TIMEOUT"]}""", "Error", "dns-error")]
    [InlineData("""{"example.org": [{"RCODE": 2}]}""", "Error", "dns-error")]
    public async Task Mx(string zone, string status, string reason) =>
        Judge(await new MxPolicy(Ask(zone)).CheckAsync("example.org", Token), status, reason);

    [Theory]
    [InlineData("""{"25.2.0.192.in-addr.arpa": [{"PTR": "mail.example.org"}], "mail.example.org": [{"A": "192.0.2.25"}]}""", "Pass", "")]
    [InlineData("""{"25.2.0.192.in-addr.arpa": [{"PTR": "bad.example.org"}, {"PTR": "mail.example.org"}], "mail.example.org": [{"A": "192.0.2.25"}]}""", "Pass", "")]
    [InlineData("""{"25.2.0.192.in-addr.arpa": [{"PTR": "mail.example.org"}], "mail.example.org": [{"A": "192.0.2.26"}]}""", "Fail", "ptr-unconfirmed")]
    [InlineData("""{"other.arpa": [{"PTR": "mail.example.org"}]}""", "Fail", "no-ptr")]
    [InlineData("""{"25.2.0.192.in-addr.arpa": ["TIMEOUT"]}""", "Error", "dns-error")]
    [InlineData("""{"25.2.0.192.in-addr.arpa": [{"PTR": "mute.example.org"}], "mute.example.org": ["TIMEOUT"]}""", "Error", "dns-error")]
    public async Task Ptr(string zone, string status, string reason)
    {
        PtrPolicy policy = new(Ask(zone));
        Judge(await policy.CheckAsync(IPAddress.Parse("192.0.2.25"), isInferred: false, Token), status, reason);
        DnsTest inferred = await policy.CheckAsync(IPAddress.Parse("192.0.2.25"), isInferred: true, Token);
        Assert.NotEqual(CheckStatus.Fail, inferred.Status);
    }

    [Fact]
    public async Task Ptr_of_version_6()
    {
        const string Zone = """{"5.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa": [{"PTR": "m.example.org"}], "m.example.org": [{"AAAA": "2001:db8::25"}]}""";
        Judge(await new PtrPolicy(Ask(Zone)).CheckAsync(IPAddress.Parse("2001:db8::25"), isInferred: false, Token), "Pass", "");
    }

    [Theory]
    [InlineData("mail.example.org", "Pass", "")]
    [InlineData("localhost", "Warning", "hello-not-full")]
    [InlineData("[192.0.2.1]", "Warning", "hello-not-full")]
    [InlineData("gone.example.org", "Warning", "hello-unknown")]
    [InlineData("mute.example.org", "Error", "dns-error")]
    public async Task Hello(string hello, string status, string reason) => Judge(
        await new HostPolicy(Ask("""{"mail.example.org": [{"A": "192.0.2.1"}], "mute.example.org": ["TIMEOUT"]}""")).CheckHelloAsync(hello, Token), status, reason);

    [Theory]
    [InlineData("lists.example.org", "Pass", "")]
    [InlineData("six.example.org", "Pass", "")]
    [InlineData("gone.example.org", "Fail", "host-unknown")]
    [InlineData("mute.example.org", "Error", "dns-error")]
    public async Task Root_url(string host, string status, string reason) => Judge(
        await new HostPolicy(Ask("""{"lists.example.org": [{"A": "192.0.2.1"}], "six.example.org": [{"AAAA": "2001:db8::1"}], "mute.example.org": ["TIMEOUT"]}""")).CheckRootUrlAsync(host, Token), status, reason);

    [Theory]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=STSv1; id=20260101"}], "mta-sts.example.org": [{"A": "192.0.2.1"}]}""", "Warning", "policy-unreachable")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=STSv1;id=a; x=y"}], "mta-sts.example.org": [{"AAAA": "2001:db8::1"}]}""", "Warning", "policy-unreachable")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=STSv1; id=20260101"}]}""", "Warning", "host-unknown")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=STSv1; id="}]}""", "Warning", "syntax-error")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=STSv1; id=1"}, {"TXT": "v=STSv1; id=2"}]}""", "Warning", "multiple-records")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=spf1 -all"}]}""", "Pass", "no-record")]
    [InlineData("""{"_mta-sts.example.org": [{"TXT": "v=stsv1; id=1"}]}""", "Pass", "no-record")]
    [InlineData("""{"x.org": [{"TXT": "x"}]}""", "Pass", "no-record")]
    [InlineData("""{"_mta-sts.example.org": ["TIMEOUT"]}""", "Error", "dns-error")]
    public async Task Mta_sts(string zone, string status, string reason) =>
        Judge(await new TransportPolicy(Ask(zone), NoPolicy.Instance, TimeProvider.System).CheckMtaStsAsync("example.org", Token), status, reason);

    [Theory]
    [InlineData("v=TLSRPTv1; rua=mailto:tls@example.org", "Pass", "")]
    [InlineData("v=TLSRPTv1;rua=https://example.org/tls,mailto:a@example.org;", "Pass", "")]
    [InlineData("v=TLSRPTv1", "Warning", "syntax-error")]
    [InlineData("v=TLSRPTv1; rua=tls@example.org", "Warning", "syntax-error")]
    [InlineData("something else", "Pass", "no-record")]
    public async Task Tls_rpt(string record, string status, string reason) => Judge(
        await new TransportPolicy(new ZoneLookup(new Zone().AddText("_smtp._tls.example.org", record)), NoPolicy.Instance, TimeProvider.System).CheckTlsRptAsync("example.org", Token), status, reason);

    [Fact]
    public async Task Tls_rpt_twice() => Judge(
        await new TransportPolicy(Ask("""{"_smtp._tls.example.org": [{"TXT": "v=TLSRPTv1; rua=mailto:a@b.org"}, {"TXT": "v=TLSRPTv1; rua=mailto:a@b.org"}]}"""), NoPolicy.Instance, TimeProvider.System).CheckTlsRptAsync("example.org", Token),
        "Warning",
        "multiple-records");

    [Theory]
    [InlineData("v=spf1 -all", "v=spf1 -all", "Pass", "")]
    [InlineData("v=spf1 -all", "v=spf1 +all", "Warning", "servers-differ")]
    [InlineData("v=spf1 -all", null, "Warning", "server-silent")]
    public async Task Authority(string first, string? second, string status, string reason)
    {
        const string Delegation = """{"example.org": [{"NS": "a.ns.org"}, {"NS": "b.ns.org"}, {"TXT": "v=spf1 -all"}], "a.ns.org": [{"A": "192.0.2.1"}], "b.ns.org": [{"A": "192.0.2.2"}]}""";
        RunLookup run = new(Ask(Delegation), Token);
        await run.AskAsync(new DnsQuestion("example.org", ListmonkPS.Core.Dns.Lookup.Records.DnsRecordType.Txt), Token);
        IDnsLookup One(IPAddress server) => server.Equals(IPAddress.Parse("192.0.2.1")) ? Serve(first) : Serve(second);

        Judge((await new AuthorityPolicy(run, One).CheckAsync("example.org", Token))!, status, reason);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ZoneLookup Serve(string? text) => new(text is null
        ? new Zone().Add("example.org", new ZoneEntry(null, null) { IsSilent = true })
        : new Zone().AddText("example.org", text));

    private static ZoneLookup Ask(string zone)
    {
        using JsonDocument document = JsonDocument.Parse(zone);
        return new ZoneLookup(ZoneJson.Read(document.RootElement));
    }

    private static void Judge(DnsTest test, string status, string reason)
    {
        Assert.Equal(status, test.Status.ToString());
        Assert.Equal(reason, test.Reasons.ToString());
        Assert.NotEmpty(test.Summary);
        Assert.Equal(status is "Warning" or "Fail", test.Remedy is not null);
    }
}
