using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf.Survey;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Spf.Survey;

public sealed class SpfSurveyTests
{
    [Fact]
    public async Task The_worst_case_counts_every_branch_and_what_is_included_twice_twice()
    {
        Zone zone = new Zone()
            .AddText("example.com", "v=spf1 a mx include:one.example.net include:two.example.net ip4:192.0.2.1 -all")
            .AddText("one.example.net", "v=spf1 include:deep.example.net ~all")
            .AddText("two.example.net", "v=spf1 include:deep.example.net exists:%{i}.x.example.net ~all")
            .AddText("deep.example.net", "v=spf1 a:h.example.net ip4:192.0.2.2 -all a:behind.example.net");

        Assert.Equal(9, (await WalkAsync(zone)).LookupCount);
    }

    [Theory]
    [InlineData("v=spf1 redirect=other.example.com", 1)]
    [InlineData("v=spf1 redirect=other.example.com -all", 0)]
    [InlineData("v=spf1 include:example.com -all", 12)]
    [InlineData("v=spf1 include:%{d}.example.net -all", 1)]
    [InlineData("v=spf1 nonsense -all", 0)]
    public async Task Redirects_loops_and_macros_are_counted_as_receivers_do(string record, int expected) =>
        Assert.Equal(expected, (await WalkAsync(new Zone().AddText("example.com", record))).LookupCount);

    [Theory]
    [InlineData("v=spf1 -all", "")]
    [InlineData("v=spf1 a", "no-end")]
    [InlineData("v=spf1 +all", "allows-all")]
    [InlineData("v=spf1 ?all", "says-nothing")]
    [InlineData("v=spf1 ptr -all", "ptr")]
    [InlineData("v=spf1 -all a", "behind-all")]
    [InlineData("v=spf1 a a a a a a a a a -all", "many-lookups")]
    public async Task What_is_notable_has_its_word(string record, string note) =>
        Assert.Equal(note, string.Join(' ', (await WalkAsync(new Zone().AddText("example.com", record))).Notes));

    [Fact]
    public async Task A_long_record_is_notable()
    {
        string record = "v=spf1 " + string.Join(' ', Enumerable.Range(1, 30).Select(number => $"ip4:203.0.113.{number}")) + " -all";
        Assert.Equal([SpfNote.Long], (await WalkAsync(new Zone().AddText("example.com", record))).Notes);
    }

    [Fact]
    public async Task A_tangle_of_includes_ends_at_its_bound()
    {
        Zone zone = new();
        for (int level = 0; level < 12; level++)
            zone.AddText(level == 0 ? "example.com" : $"l{level}.example.com", $"v=spf1 include:l{level + 1}.example.com include:l{level + 1}.example.com include:l{level + 1}.example.com -all");
        ZoneLookup lookup = new(zone);

        await new SpfSurvey(new RunLookup(lookup, TestContext.Current.CancellationToken)).WalkAsync("example.com", TestContext.Current.CancellationToken);

        Assert.InRange(lookup.Asked.Count, 12, 110);
    }

    [Fact]
    public async Task What_check_host_will_ask_is_there_already()
    {
        ZoneLookup lookup = new(new Zone()
            .AddText("example.com", "v=spf1 mx a:h.example.com -all")
            .Add("example.com", new ZoneEntry(DnsRecordType.Mx, new MxRecord(10, "m.example.com"))));

        await new SpfSurvey(new RunLookup(lookup, TestContext.Current.CancellationToken)).WalkAsync("example.com", TestContext.Current.CancellationToken);

        Assert.Superset(
            new HashSet<DnsQuestion> { new("example.com", DnsRecordType.Txt), new("m.example.com", DnsRecordType.A), new("h.example.com", DnsRecordType.Aaaa) },
            lookup.Asked.ToHashSet());
    }

    private static Task<SpfSurveyResult> WalkAsync(Zone zone) =>
        new SpfSurvey(new RunLookup(new ZoneLookup(zone), TestContext.Current.CancellationToken)).WalkAsync("example.com", TestContext.Current.CancellationToken);
}
