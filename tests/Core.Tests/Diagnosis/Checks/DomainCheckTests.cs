using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis;
using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Domain;
using ListmonkPS.Core.Tests.Architecture;
using ListmonkPS.TestBench.Dns;
using ListmonkPS.TestBench.Dns.Servers;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

/// <summary>Each cause is made in a zone behind a real socket (tests/Data/dns/causes.json); its check names it, and no other one warns.</summary>
public sealed class DomainCheckTests
{
    private static readonly ICheck[] Checks =
        [.. CheckRegistry.Of(typeof(DiagnosisDoor).Assembly).Checks.Where(check => check.Info.Reads.Contains(typeof(DomainReport)))];

    private static readonly JsonObject Data = JsonNode.Parse(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "tests", "Data", "dns", "causes.json")))!.AsObject();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Data["cases"]!.AsArray().Select(one => (string)one!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_cause_is_named_by_its_check_alone(string name)
    {
        JsonNode one = Data["cases"]!.AsArray().Single(one => (string)one!["name"]! == name)!;
        await using ZoneServer server = new(ReadZone(one["zone"] as JsonObject));
        Dictionary<string, Finding> findings = Judge(await ReportAsync(server, one));

        Dictionary<string, string> wanted = one["hits"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!);
        Assert.Equal(
            wanted.Where(pair => pair.Value != "Pass").Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal),
            findings.Where(pair => pair.Value.Status is CheckStatus.Fail or CheckStatus.Warning).Select(pair => $"{pair.Key} {pair.Value.Status}").Order(StringComparer.Ordinal));
        Assert.DoesNotContain(findings.Values, finding => finding.Status == CheckStatus.Error);
        string? record = findings.Values.Select(finding => finding.Remedy?.Record?.Value).FirstOrDefault(value => value is not null);
        if (one["record"] is { } proposed)
            Assert.Equal((string)proposed!, record);
        Assert.All(findings.Values.Where(finding => finding.Remedy?.Record is not null), finding => Assert.NotEmpty(finding.Remedy!.Record!.Proof));
    }

    [Fact]
    public async Task A_silent_DNS_is_one_error_and_no_missing_record()
    {
        Zone zone = new();
        zone.Add("*.org", new ZoneEntry(null, null) { IsSilent = true });
        await using ZoneServer server = new(zone);
        DomainReport report = await ReportAsync(server, new JsonObject(), TimeSpan.FromMilliseconds(500));

        Dictionary<string, Finding> findings = Judge(report);

        Assert.False(report.HasHeard);
        Assert.Equal(["dns.unanswered"], findings.Where(pair => pair.Value.Status == CheckStatus.Error).Select(pair => pair.Key));
        Assert.All(findings.Where(pair => pair.Key is not "dns.unanswered"), pair => Assert.Equal(CheckStatus.Skipped, pair.Value.Status));
    }

    [Fact]
    public async Task A_second_server_that_says_something_else_is_named()
    {
        await using ZoneServer inside = new(ReadZone(null));
        await using ZoneServer outside = new(ReadZone(new JsonObject { ["example.org"] = new JsonArray(new JsonObject { ["TXT"] = "v=spf1 -all" }) }));
        await using ZoneServer same = new(ReadZone(null));

        Finding differs = Judge(await ReportAsync([inside, same, outside]))["dns.split-horizon"];

        Assert.Equal(CheckStatus.Warning, differs.Status);
        Assert.Contains(outside.EndPoint.ToString(), differs.Summary, StringComparison.Ordinal);
        Assert.Contains("example.org Txt", differs.Summary, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Pass, Judge(await ReportAsync([inside, same]))["dns.split-horizon"].Status);
    }

    [Theory]
    [InlineData("news@lists.test")]
    [InlineData("news@mail.localhost")]
    [InlineData("news@nowhere.invalid")]
    public async Task A_domain_that_cannot_exist_is_not_asked_of_the_resolvers_of_the_machine(string from)
    {
        DomainReport report = await new DomainReporter(new DnsOptions(), TimeSpan.FromSeconds(5), TimeProvider.System).ReadAsync(Settings(from, "127.0.0.1"), null, Cancellation);

        Assert.True(report.IsSpecialUse);
        Assert.All(Judge(report).Where(pair => pair.Key != "dns.split-horizon"), pair => Assert.Equal(CheckStatus.Skipped, pair.Value.Status));
    }

    [Fact]
    public async Task Each_name_is_asked_once_a_run()
    {
        await using ZoneServer server = new(ReadZone(null));
        await ReportAsync([server]);

        Assert.All(server.Queries.GroupBy(query => query.Question), asked => Assert.Single(asked));
    }

    private static Task<DomainReport> ReportAsync(ZoneServer server, JsonNode one, TimeSpan? bound = null) =>
        ReportAsync([server], (string?)one["from"], (string?)one["smtp"], (string?)one["mail"], bound);

    private static async Task<DomainReport> ReportAsync(ZoneServer[] servers, string? from = null, string? smtp = null, string? mail = null, TimeSpan? bound = null)
    {
        DnsOptions dns = new() { Servers = [.. servers.Select(server => server.EndPoint.ToString())] };
        string? path = mail is null ? null : Path.GetTempFileName();
        try
        {
            if (path is not null)
                await File.WriteAllLinesAsync(path, Data["mails"]![mail!]!.AsArray().Select(line => (string)line!), Cancellation);
            // Without a bound of its own the clock stands: a slow machine is no silent server.
            return await new DomainReporter(dns, bound ?? TimeSpan.FromSeconds(10), bound is null ? new FakeTimeProvider() : TimeProvider.System)
                .ReadAsync(Settings(from ?? "news@example.org", smtp ?? "127.0.0.1"), path, Cancellation);
        }
        finally
        {
            if (path is not null)
                File.Delete(path);
        }
    }

    private static Dictionary<string, JsonNode?> Settings(string from, string smtp) => new()
    {
        ["app.from_email"] = from,
        ["app.root_url"] = "https://lists.example.org",
        ["smtp"] = new JsonArray(new JsonObject { ["enabled"] = true, ["host"] = smtp, ["hello_hostname"] = "mail.example.org" }),
    };

    private static Zone ReadZone(JsonObject? changes)
    {
        JsonObject zone = Data["zone"]!.DeepClone().AsObject();
        foreach ((string owner, JsonNode? entries) in changes ?? [])
            zone[owner] = entries!.DeepClone();
        foreach (string gone in zone.Where(pair => pair.Value!.AsArray().Count == 0).Select(pair => pair.Key).ToArray())
            zone.Remove(gone);
        using JsonDocument document = JsonDocument.Parse(zone.ToJsonString());
        return ZoneJson.Read(document.RootElement);
    }

    private static Dictionary<string, Finding> Judge(DomainReport report) =>
        Checks.ToDictionary(check => check.Info.Id, check => check.Judge(FactsOf.These(report)));
}
