using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Network;

namespace ListmonkPS.Core.Tests.Dns.Policies;

/// <summary>The policy file behind an MTA-STS record, fetched from a web server on loopback that does each thing wrong in turn.</summary>
public sealed class MtaStsPolicyTests : IDisposable
{
    private const string Host = "mta-sts.example.org";
    private const string Good = "version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmx: *.example.net\r\nmax_age: 604800\r\n";

    private readonly CertificateMaker _maker = new();

    public static TheoryData<string, string, string> Answers => new()
    {
        { "good", Ok(Good), "" },
        { "LF only, unknown key, key twice, no end", Ok("version: STSv1\nx: y\nmode: testing\nmode: bogus\nmx:mail.example.org\nmx: *.example.net\nmax_age: 86400"), "" },
        { "mode none without hosts", Ok("version: STSv1\nmode: none\nmax_age: 86400\n"), "" },
        { "type with charset", Answer("200 OK", "text/plain; charset=utf-8", Good), "" },
        { "redirect", "HTTP/1.1 301 Moved\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", DnsReason.PolicyRedirect },
        { "not found", Answer("404 Not Found", "text/plain", Good), DnsReason.PolicyStatus },
        { "other success", Answer("203 Non-Authoritative", "text/plain", Good), DnsReason.PolicyStatus },
        { "a page", Answer("200 OK", "text/html", "<html>"), DnsReason.PolicyType },
        { "no type", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nxx", DnsReason.PolicyType },
        { "too large", Ok(new string('x', 70_000)), DnsReason.PolicyTooLarge },
        { "no HTTP", "220 mail.example.org ESMTP\r\n", DnsReason.PolicyUnreachable },
        { "cut", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5000\r\n\r\nversion: STSv1", DnsReason.PolicyUnreachable },
        { "no version", Ok(Good.Replace("version: STSv1\r\n", "", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "other version", Ok(Good.Replace("STSv1", "STSv2", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "mode in upper case", Ok(Good.Replace("enforce", "ENFORCE", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "no mode", Ok(Good.Replace("mode: enforce\r\n", "", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "no age", Ok(Good.Replace("max_age: 604800\r\n", "", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "age beyond a year", Ok(Good.Replace("604800", "31557601", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "age with sign", Ok(Good.Replace("604800", "+604800", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "no hosts", Ok("version: STSv1\nmode: enforce\nmax_age: 604800\n"), DnsReason.PolicyInvalid },
        { "host that is none", Ok(Good.Replace("mail.example.org", "ma il", StringComparison.Ordinal)), DnsReason.PolicyInvalid },
        { "line without colon", Ok(Good + "nonsense\r\n"), DnsReason.PolicyInvalid },
        { "a host not named", Ok(Good.Replace("mail.example.org", "other.example.org", StringComparison.Ordinal)), DnsReason.MxNotCovered },
        { "a wildcard for two labels", Ok(Good.Replace("*.example.net", "*.net", StringComparison.Ordinal)), DnsReason.MxNotCovered },
        { "enforced for minutes", Ok(Good.Replace("604800", "600", StringComparison.Ordinal)), DnsReason.PolicyShortLived },
    };

    public void Dispose() => _maker.Dispose();

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_policy_is_judged(string what, string answer, string reason)
    {
        using X509Certificate2 certificate = _maker.MakeFor(Host);
        await using PolicyServer server = new(certificate, answer);

        DnsTest test = await CheckAsync(server.Port);

        Assert.True(test.Reasons.FirstOrDefault("") == reason, $"{what}: {test.Reasons} {test.Summary}");
        Assert.Equal(reason.Length == 0 ? CheckStatus.Pass : CheckStatus.Warning, test.Status);
        Assert.Equal(reason.Length == 0, test.Remedy is null);
        Assert.Equal(["GET /.well-known/mta-sts.txt HTTP/1.1", $"Host: {Host}:{server.Port}"], server.Requests.Take(2));
    }

    [Fact]
    public async Task A_certificate_for_another_name_is_named()
    {
        using X509Certificate2 certificate = _maker.MakeFor("www.example.org");
        await using PolicyServer server = new(certificate, Ok(Good));

        Assert.Equal([DnsReason.PolicyCertificate], (await CheckAsync(server.Port)).Reasons);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_authority_that_nobody_knows_is_named()
    {
        using CertificateMaker stranger = new();
        using X509Certificate2 certificate = stranger.MakeFor(Host);
        await using PolicyServer server = new(certificate, Ok(Good));

        Assert.Equal([DnsReason.PolicyCertificate], (await CheckAsync(server.Port)).Reasons);
    }

    [Fact]
    public async Task Silence_and_an_endless_file_have_an_end()
    {
        using X509Certificate2 certificate = _maker.MakeFor(Host);
        await using PolicyServer silent = new(certificate, null);
        await using PolicyServer endless = new(certificate, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", isEndless: true);

        Assert.Equal([DnsReason.PolicyUnreachable], (await CheckAsync(silent.Port, TimeSpan.FromMilliseconds(300))).Reasons);
        Assert.Equal([DnsReason.PolicyTooLarge], (await CheckAsync(endless.Port)).Reasons);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_unreachable()
    {
        using HeldPort nobody = new();

        Assert.Equal([DnsReason.PolicyUnreachable], (await CheckAsync(nobody.Port)).Reasons);
    }

    private static string Ok(string body) => Answer("200 OK", "text/plain", body);

    private static string Answer(string status, string type, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";

    private async Task<DnsTest> CheckAsync(int port, TimeSpan? bound = null)
    {
        Zone zone = new Zone()
            .AddText("_mta-sts.example.org", "v=STSv1; id=1;")
            .AddAddress(Host, "127.0.0.1")
            .Add("example.org", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "mail.example.org")))
            .Add("example.org", new ZoneEntry(DnsRecordType.Mx, new MxRecord(20, "backup.example.net")));
        using X509Certificate2 authority = X509Certificate2.CreateFromPem(_maker.AuthorityPem);
        HttpsPolicyFetch fetch = new(new PolicyFetchOptions { Port = port, Authorities = [authority], Timeout = bound ?? TimeSpan.FromMinutes(1) });
        return await new TransportPolicy(new ZoneLookup(zone), fetch, TimeProvider.System).CheckMtaStsAsync("example.org", TestContext.Current.CancellationToken);
    }
}
