using System.Text.Json;
using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Dkim;

/// <summary>The cases of ../shared/conformance/dkim, as its README says, and our own in tests/Data/dkim.</summary>
public sealed class DkimConformanceTests
{
    public static IEnumerable<TheoryDataRow<string, int>> ConformanceRows() => CaseFiles.Rows(CaseFiles.Conformance("dkim"), "cases");

    public static IEnumerable<TheoryDataRow<string, int>> OwnRows() => CaseFiles.Rows(CaseFiles.Own("dkim"), "cases");

    [Theory]
    [MemberData(nameof(ConformanceRows))]
    [MemberData(nameof(OwnRows))]
    public async Task Case(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await JudgeAsync(document.RootElement.GetProperty("cases")[index], zone => new ZoneLookup(zone));
    }

    /// <summary>Runs a case and compares what it tells.</summary>
    internal static async Task JudgeAsync(JsonElement test, Func<Zone, IDnsLookup> ask)
    {
        JsonElement query = test.GetProperty("query");
        DkimKeyCheck check = new(ask(ZoneJson.Read(test.GetProperty("zone"))));

        DkimResult result = await check.CheckAsync(
            DkimQuery.Create(query.Text("domain")!, query.Text("selector")!) with { Algorithm = query.Text("algorithm"), Identity = query.Text("identity") },
            TestContext.Current.CancellationToken);

        JsonElement expected = test.GetProperty("expect");
        foreach (JsonProperty member in expected.EnumerateObject())
            Judge(member, result);
        Assert.NotEmpty(result.Summary);
    }

    private static void Judge(JsonProperty expected, DkimResult result)
    {
        switch (expected.Name)
        {
            case "verdict":
                Assert.Equal(expected.Value.GetString(), result.Verdict);
                break;
            case "keyType":
                Assert.Equal(expected.Value.GetString(), result.KeyType);
                break;
            case "keyBits":
                Assert.Equal(expected.Value.GetInt32(), result.KeyBits);
                break;
            case "testing":
                Assert.Equal(expected.Value.GetBoolean(), result.Testing);
                break;
            case "strictIdentity":
                Assert.Equal(expected.Value.GetBoolean(), result.StrictIdentity);
                break;
            case "reasons":
                Assert.All(expected.Value.EnumerateArray(), word => Assert.Contains(word.GetString(), result.Reasons));
                break;
            case "allReasons":
                Assert.Equal(expected.Value.EnumerateArray().Select(word => word.GetString()), result.Reasons);
                break;
            default:
                Assert.Fail($"'{expected.Name}' is not compared.");
                break;
        }
    }
}
