using System.Text.Json;
using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Dmarc;

/// <summary>The cases of ../shared/conformance/dmarc, as its README says, and our own in tests/Data/dmarc; once for each standard that a case names.</summary>
public sealed class DmarcConformanceTests
{
    public static IEnumerable<TheoryDataRow<string, int>> ConformanceRows() => CaseFiles.Rows(CaseFiles.Conformance("dmarc"), "cases");

    public static IEnumerable<TheoryDataRow<string, int>> OwnRows() => CaseFiles.Rows(CaseFiles.Own("dmarc"), "cases");

    [Theory]
    [MemberData(nameof(ConformanceRows))]
    [MemberData(nameof(OwnRows))]
    public async Task Case(string file, int index)
    {
        using JsonDocument document = CaseFiles.Read(file);
        await JudgeAsync(document.RootElement.GetProperty("cases")[index], zone => new ZoneLookup(zone));
    }

    /// <summary>Runs a case by each standard that it names and compares what it tells.</summary>
    internal static async Task JudgeAsync(JsonElement test, Func<Zone, IDnsLookup> ask)
    {
        foreach (string rfc in test.Texts("rfc"))
        {
            DmarcCheck check = new(ask(ZoneJson.Read(test.GetProperty("zone"))));
            DmarcResult result = await check.CheckAsync(Query(test.GetProperty("query"), rfc), TestContext.Current.CancellationToken);
            Assert.All(test.GetProperty("expect").EnumerateObject(), member => Judge(member, result));
            Assert.NotEmpty(result.Summary);
        }
    }

    private static DmarcQuery Query(JsonElement query, string rfc)
    {
        bool isMessage = query.Text("kind") == "evaluate";
        return DmarcQuery.Create(query.Text(isMessage ? "from" : "domain")!) with
        {
            Standard = Enum.Parse<DmarcStandard>("Rfc" + rfc),
            PublicSuffixes = rfc == "7489" ? query.Texts("publicSuffixes") : null,
            HasMessage = isMessage,
            Spf = isMessage && query.GetProperty("spf") is { ValueKind: JsonValueKind.Object } spf ? Identifier(spf) : null,
            Dkim = isMessage ? [.. query.GetProperty("dkim").EnumerateArray().Select(Identifier)] : [],
        };
    }

    private static DmarcIdentifier Identifier(JsonElement identifier) => new(identifier.Text("result")!, identifier.Text("domain")!);

    private static void Judge(JsonProperty expected, DmarcResult result)
    {
        object? actual = expected.Name switch
        {
            "verdict" => result.Verdict,
            "policyDomain" => result.PolicyDomain,
            "policyTag" => result.PolicyTag,
            "policy" => result.Policy,
            "effectivePolicy" => result.EffectivePolicy,
            "organizationalDomain" => result.OrganizationalDomain,
            "result" => result.Result,
            "spfAligned" => result.SpfAligned,
            "dkimAligned" => result.DkimAligned,
            "lookups" => result.Lookups,
            "reasons" => result.Reasons,
            "tags" => result.Tags,
            _ => throw new InvalidOperationException($"'{expected.Name}' is not compared."),
        };
        if (actual is IReadOnlyDictionary<string, object> tags)
            Assert.All(expected.Value.EnumerateObject(), tag => Assert.Equal(Plain(tag.Value), tags[tag.Name]));
        else if (expected.Name == "reasons")
            Assert.All(expected.Value.EnumerateArray(), word => Assert.Contains(word.GetString(), result.Reasons));
        else if (expected.Name == "lookups" && result.Standard == DmarcStandard.Rfc7489)
            Assert.Subset(expected.Value.EnumerateArray().Select(name => name.GetString()!).ToHashSet(), result.Lookups.ToHashSet()); // a full walk is 9989's
        else
            Assert.Equal(Plain(expected.Value), actual);
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.Array => value.EnumerateArray().Select(item => item.GetString()!),
        _ => value.GetString(),
    };
}
