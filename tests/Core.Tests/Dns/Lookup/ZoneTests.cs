using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

/// <summary>The zone that stands for the DNS in other tests must itself be right.</summary>
public sealed class ZoneTests
{
    private const string Json = """
        {
          "example.com": [{"A": "192.0.2.1"}, {"MX": [10, "mail.example.com."]}],
          "both.example.com": [{"SPF": "old"}, {"TXT": "new"}],
          "old.example.com": [{"SPF": ["in ", "parts"]}],
          "none.example.com": [{"SPF": "old"}, {"TXT": "NONE"}],
          "late.example.com": [{"TXT": "early"}, "TIMEOUT"],
          "mute.example.com": ["TIMEOUT"],
          "mutetxt.example.com": [{"TXT": "TIMEOUT"}, {"A": "192.0.2.2"}],
          "fail.example.com": [{"RCODE": 2}],
          "alias.example.com": [{"CNAME": "EXAMPLE.com."}],
          "loop.example.com": [{"CNAME": "loop2.example.com"}],
          "loop2.example.com": [{"CNAME": "loop.example.com"}],
          "*.wild.example.com": [{"TXT": "star"}],
          "real.wild.example.com": [{"A": "192.0.2.3"}]
        }
        """;

    [Theory]
    [InlineData("both.example.com", "Txt", "Records", "new")]
    [InlineData("old.example.com", "Txt", "Records", "in parts")]
    [InlineData("none.example.com", "Txt", "NoData", "")]
    [InlineData("late.example.com", "Txt", "Records", "early")]
    [InlineData("late.example.com", "A", "Timeout", "")]
    [InlineData("mute.example.com", "A", "Timeout", "")]
    [InlineData("mutetxt.example.com", "Txt", "Timeout", "")]
    [InlineData("mutetxt.example.com", "A", "Records", "192.0.2.2")]
    [InlineData("fail.example.com", "A", "ServFail", "")]
    [InlineData("alias.example.com", "A", "Records", "192.0.2.1")]
    [InlineData("loop.example.com", "A", "NoData", "")]
    [InlineData("x.wild.example.com", "Txt", "Records", "star")]
    [InlineData("x.y.wild.example.com", "Txt", "Records", "star")]
    [InlineData("x.real.wild.example.com", "Txt", "NxDomain", "")]
    [InlineData("x.wild.example.com", "A", "NoData", "")]
    [InlineData("wild.example.com", "Txt", "NoData", "")]
    [InlineData("com", "Txt", "NoData", "")]
    [InlineData("nobody.example.com", "Txt", "NxDomain", "")]
    [InlineData("error.example.com", "Txt", "Timeout", "")]
    public async Task Each_rule_of_the_zone_format_holds(string name, string type, string kind, string data)
    {
        using JsonDocument document = JsonDocument.Parse(Json);
        ZoneLookup lookup = new(ZoneJson.Read(document.RootElement));

        DnsAnswer answer = await lookup.AskAsync(new DnsQuestion(name, Enum.Parse<DnsRecordType>(type)), TestContext.Current.CancellationToken);

        Assert.Equal(kind, answer.Kind.ToString());
        Assert.Equal(data, string.Join('|', answer.Records.Select(record => record switch
        {
            TxtRecord text => text.Text,
            AddressRecord address => address.Address.ToString(),
            _ => record.ToString(),
        })));
    }
}
