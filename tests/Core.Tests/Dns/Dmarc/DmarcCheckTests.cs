using System.Reflection;
using ListmonkPS.Core.Dns.Dmarc;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Dmarc;

/// <summary>What goes beyond policy and outcome: report addresses, the older standard beside the newer, wrong input.</summary>
public sealed class DmarcCheckTests
{
    [Fact]
    public async Task Report_addresses_of_others_need_their_agreement()
    {
        Zone zone = new Zone()
            .AddText("_dmarc.example.com", "v=DMARC1; p=none; rua=mailto:a@mail.example.com,mailto:b@agree.example.net,https://x.example.org/r; ruf=mailto:c@silent.example.org,mailto:d@other.example.net")
            .AddText("example.com._report._dmarc.agree.example.net", "some text")
            .AddText("example.com._report._dmarc.agree.example.net", "v=DMARC1")
            .Add("example.com._report._dmarc.silent.example.org", new ZoneEntry(null, null) { IsSilent = true })
            .AddText("example.com._report._dmarc.other.example.net", "v=spf1 -all");

        DmarcResult result = await CheckAsync(zone, DmarcQuery.Create("example.com") with { ChecksReports = true });

        Assert.Equal(
            [
                "rua mailto:a@mail.example.com (internal)",
                "rua mailto:b@agree.example.net (authorized)",
                "rua https://x.example.org/r (unsupported)",
                "ruf mailto:c@silent.example.org (unknown)",
                "ruf mailto:d@other.example.net (unauthorized)",
            ],
            result.ReportAddresses.Select(address => $"{address.Tag} {address}"));
        Assert.Equal("example.com._report._dmarc.other.example.net", result.ReportAddresses[4].AuthorizedBy);
        Assert.Equal(["_dmarc.example.com", "_dmarc.com"], result.Lookups);
    }

    [Theory]
    [InlineData("v=DMARC1; p=reject", false)]
    [InlineData("v=DMARC1; p=reject; pct=20", true)]
    [InlineData("v=DMARC1; p=reject; t=y", true)]
    [InlineData("v=DMARC1; p=reject; np=x; rua=mailto:a@example.com", true)]
    public async Task The_older_standard_is_shown_where_it_differs_even_without_a_list(string record, bool expected) =>
        Assert.Equal(expected, (await CheckAsync(new Zone().AddText("_dmarc.example.com", record), DmarcQuery.Create("example.com"))).ByRfc7489 is not null);

    [Fact]
    public async Task Two_records_end_discovery_by_the_older_standard_only()
    {
        Zone zone = new Zone()
            .AddText("_dmarc.mail.example.com", "v=DMARC1; p=none")
            .AddText("_dmarc.mail.example.com", "v=DMARC1; p=reject")
            .AddText("_dmarc.example.com", "v=DMARC1; p=reject")
            .AddAddress("mail.example.com", "192.0.2.1");

        DmarcResult result = await CheckAsync(zone, DmarcQuery.Create("mail.example.com"));

        Assert.Equal((DmarcVerdict.Found, "example.com"), (result.Verdict, result.PolicyDomain));
        Assert.Equal(DmarcVerdict.None, result.ByRfc7489!.Verdict);
    }

    [Fact]
    public async Task Organizations_are_compared_only_with_a_list_of_suffixes()
    {
        Zone zone = new Zone().AddText("_dmarc.a.shop.example", "v=DMARC1; p=reject").AddText("_dmarc.shop.example", "v=DMARC1; p=none; psd=y");
        DmarcQuery query = DmarcQuery.Create("a.shop.example");

        Assert.Null((await CheckAsync(zone, query)).ByRfc7489);
        DmarcResult result = await CheckAsync(zone, query with { PublicSuffixes = ["example"] });

        Assert.Equal(("a.shop.example", "shop.example"), (result.OrganizationalDomain, result.ByRfc7489!.OrganizationalDomain));
    }

    [Fact]
    public async Task Nothing_beyond_the_walk_is_asked_for_the_older_standard_without_a_list()
    {
        ZoneLookup lookup = new(new Zone().AddText("_dmarc.mail.example.com", "v=DMARC1; p=none; psd=n").AddAddress("a.mail.example.com", "192.0.2.1"));

        await new DmarcCheck(lookup).CheckAsync(DmarcQuery.Create("a.mail.example.com"), TestContext.Current.CancellationToken);

        Assert.Equal(["_dmarc.a.mail.example.com", "_dmarc.mail.example.com", "a.mail.example.com"], lookup.Asked.Select(question => question.Name).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..example.com")]
    [InlineData("user@example.com")]
    public void What_is_no_domain_is_one_clear_failure(string domain) =>
        Assert.Equal("DomainInvalid", Assert.Throws<FailureException>(() => DmarcQuery.Create(domain)).Failure.Id);

    [Fact]
    public void Every_policy_and_outcome_has_its_sentence()
    {
        IEnumerable<string> policies = Words(typeof(DmarcPolicy)).Select(word => "dns.dmarc.found." + word);
        IEnumerable<string> results = Words(typeof(DmarcOutcome)).Except([DmarcOutcome.None]).Select(word => "dns.dmarc.result." + word);
        Assert.All(policies.Concat(results), key => Assert.NotNull(Texts.TryFind(key)));
    }

    private static IEnumerable<string> Words(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

    private static Task<DmarcResult> CheckAsync(Zone zone, DmarcQuery query) =>
        new DmarcCheck(new ZoneLookup(zone)).CheckAsync(query, TestContext.Current.CancellationToken);
}
