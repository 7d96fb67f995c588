using System.Net;
using ListmonkPS.Benchmarks.Running;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Policies.MtaSts;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;

namespace ListmonkPS.Benchmarks.Dns;

/// <summary>A whole domain takes hardly longer than the longest chain of lookups of which each needs the one before (issue 8).</summary>
[Benchmark("dns-domain", Compares = "a whole domain on a DNS server that is 20 ms away, against its longest chain of six lookups alone", Goal = 1.3)]
internal sealed class DomainBenchmark : IBenchmark
{
    private static readonly DnsQuestion[] Chain =
    [
        new("example.org", DnsRecordType.Txt),
        new("i1.example.net", DnsRecordType.Txt),
        new("i2.example.net", DnsRecordType.Txt),
        new("i3.example.net", DnsRecordType.Txt),
        new("i4.example.net", DnsRecordType.Txt),
        new("last.example.net", DnsRecordType.A),
    ];

    private readonly ZoneServer _server = new(Zone()) { Delay = TimeSpan.FromMilliseconds(20) };
    private int _count;

    public Task PrepareAsync(bool isLong, CancellationToken cancellation)
    {
        _count = isLong ? 50 : 3;
        return Task.CompletedTask;
    }

    public Task<double> OursAsync(CancellationToken cancellation) => Repeated.MedianAsync(_count, async () =>
    {
        long start = TimeProvider.System.GetTimestamp();
        RunLookup run = new(Lookup(), cancellation);
        DnsTestRequest request = new() { Domain = "example.org", Addresses = [IPAddress.Parse("192.0.2.25")], HelloName = "mail.example.org", Sender = "news@example.org" };
        DomainSubject subject = await new DomainSubjectReader(run).ReadAsync(request, null, cancellation);
        DomainTest test = new(run, _ => run, new HttpsPolicyFetch(new PolicyFetchOptions()), TimeProvider.System);
        IReadOnlyList<DnsTest> tests = await test.RunAsync(subject, request, cancellation);
        return tests.All(one => one.Status == CheckStatus.Pass) ? TimeProvider.System.GetElapsedTime(start) : throw new InvalidOperationException(tests[0].Summary);
    });

    public Task<double> BaselineAsync(CancellationToken cancellation) => Repeated.MedianAsync(_count, async () =>
    {
        long start = TimeProvider.System.GetTimestamp();
        ServerLookup lookup = Lookup();
        foreach (DnsQuestion question in Chain)
        {
            if ((await lookup.AskAsync(question, cancellation)).Kind != DnsAnswerKind.Records)
                throw new InvalidOperationException($"There is no {question}.");
        }

        return TimeProvider.System.GetElapsedTime(start);
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private ServerLookup Lookup() => new(new LookupOptions { Servers = [_server.EndPoint] });

    /// <summary>Four includes one behind the other, then an address; everything else fits beside it.</summary>
    private static Zone Zone()
    {
        Zone zone = new Zone()
            .AddText("example.org", "v=spf1 mx include:i1.example.net -all")
            .Add("example.org", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "mail.example.org")))
            .AddAddress("mail.example.org", "192.0.2.25")
            .Add("25.2.0.192.in-addr.arpa", new ZoneEntry(DnsRecordType.Ptr, new HostRecord("mail.example.org")))
            .AddText("_dmarc.example.org", "v=DMARC1; p=quarantine")
            .AddText("mail._domainkey.example.org", "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
            .AddText("i4.example.net", "v=spf1 a:last.example.net ~all")
            .AddAddress("last.example.net", "198.51.100.2");
        for (int level = 1; level < 4; level++)
            zone.AddText($"i{level}.example.net", $"v=spf1 a:h{level}.example.net include:i{level + 1}.example.net ~all").AddAddress($"h{level}.example.net", "198.51.100.1");
        return zone;
    }
}
