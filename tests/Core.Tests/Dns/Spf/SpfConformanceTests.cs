using System.Net;
using System.Text.Json;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Spf;

/// <summary>The cases of ../shared/conformance/spf (the suite for RFC 7208, as its README says) and our own in tests/Data/spf.</summary>
public sealed class SpfConformanceTests
{
    private const string NoExplanation = "DEFAULT";

    public static IEnumerable<TheoryDataRow<string, int>> ConformanceRows() => CaseFiles.Rows(CaseFiles.Conformance("spf"), "tests");

    public static IEnumerable<TheoryDataRow<string, int>> OwnRows() => CaseFiles.Rows(CaseFiles.Own("spf"), "tests");

    [Theory]
    [MemberData(nameof(ConformanceRows))]
    public async Task Conformance(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await JudgeAsync(document.RootElement, index, zone => new ZoneLookup(zone));
    }

    /// <summary>Ours may also expect counts, the deciding term and the reason.</summary>
    [Theory]
    [MemberData(nameof(OwnRows))]
    public async Task Own(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        SpfResult result = await JudgeAsync(document.RootElement, index, zone => new ZoneLookup(zone));
        JsonElement test = document.RootElement.GetProperty("tests")[index];
        if (test.TryGetProperty("lookups", out JsonElement lookups))
            Assert.Equal(lookups.GetInt32(), result.LookupCount);
        if (test.TryGetProperty("voids", out JsonElement voids))
            Assert.Equal(voids.GetInt32(), result.VoidLookupCount);
        if (test.Text("decidedBy") is { } decidedBy)
            Assert.Equal(decidedBy, result.DecidedBy);
        if (test.Text("reason") is { } reason)
            Assert.Equal([reason], result.Reasons);
    }

    /// <summary>Runs a case and compares what every suite tells.</summary>
    internal static async Task<SpfResult> JudgeAsync(JsonElement suite, int index, Func<Zone, IDnsLookup> ask)
    {
        JsonElement test = suite.GetProperty("tests")[index];
        IDnsLookup lookup = ask(ZoneJson.Read(suite.GetProperty("zonedata")));
        SpfIdentity identity = SpfIdentity.Create(
            IPAddress.Parse(test.Text("host")!), domain: null, test.Text("mailfrom"), test.Text("helo"));

        SpfResult result = await new SpfEvaluator(lookup, TimeProvider.System).CheckHostAsync(identity, TestContext.Current.CancellationToken);

        Assert.Contains(result.Result.ToString().ToLowerInvariant(), test.Texts("result"));
        if (test.Text("explanation") is { } explanation)
            Assert.Equal(explanation == NoExplanation ? null : explanation, result.Explanation);
        Assert.NotEmpty(result.Summary);
        return result;
    }
}
