using System.Net;
using System.Reflection;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Dns.Lookup.Records;
using ListmonkPS.Core.Dns.Spf;
using ListmonkPS.Core.Dns.Spf.Records;
using ListmonkPS.TestBench.Dns;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Dns.Spf;

/// <summary>What an operator sees beside the result: the tree, the sentence, and the bounds.</summary>
public sealed class SpfTraceTests
{
    private static readonly Zone Providers = new Zone()
        .AddText("example.com", "v=spf1 a include:_spf.provider.example -all")
        .AddAddress("example.com", "192.0.2.1")
        .AddText("_spf.provider.example", "v=spf1 mx:none.provider.example ip4:198.51.100.0/24 ~all")
        .AddText("two.example.com", "v=spf1 -all")
        .AddText("two.example.com", "v=spf1 +all")
        .AddText("broken.example.com", "v=spf1 include:\u001b[2J.example -all");

    [Fact]
    public async Task The_tree_shows_each_term_with_its_count_and_what_matched()
    {
        SpfResult result = await CheckAsync("198.51.100.7", "example.com");

        Assert.Equal(SpfOutcome.Pass, result.Result);
        Assert.Equal("include:_spf.provider.example > ip4:198.51.100.0/24", result.DecidedBy);
        SpfTermTrace own = result.Trace!.Terms[0];
        Assert.Equal(("a", "example.com", false, 1, 0), (own.Term, own.Target, own.Matched, own.LookupCount, own.VoidLookupCount));
        Assert.Equal(["192.0.2.1"], own.Found);
        SpfTermTrace include = result.Trace.Terms[1];
        Assert.Equal((true, SpfOutcome.Pass, 3, 1), (include.Matched, include.Result, include.LookupCount, include.VoidLookupCount));
        Assert.Equal("198.51.100.0/24", include.Inner!.Terms[1].MatchedAddress);
        Assert.Equal(2, result.Trace.Terms.Count);
        Assert.Equal(
            """
            example.com: Pass
              [1] a
              [3] include:_spf.provider.example = Pass
                _spf.provider.example: Pass
                  [3] mx:none.provider.example
                  [3] ip4:198.51.100.0/24 = Pass (198.51.100.0/24)
            """,
            result.Trace.ToString(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("example.com", "198.51.100.7", "198.51.100.7 may send for example.com: include:_spf.provider.example > ip4:198.51.100.0/24 matches.")]
    [InlineData("example.com", "203.0.113.1", "203.0.113.1 may not send for example.com: -all decides.")]
    [InlineData("two.example.com", "203.0.113.1", "two.example.com has more than one SPF record, so that none of them counts.")]
    [InlineData("broken.example.com", "203.0.113.1", "The term include:\\u{1B}[2J.example of the SPF record of broken.example.com is wrong: what it names is no domain name with right macros.")]
    public async Task The_summary_says_what_decided(string domain, string address, string expected) =>
        Assert.Equal(expected, (await CheckAsync(address, domain)).Summary);

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_leaves_the_evaluator()
    {
        SpfResult result = await CheckAsync("203.0.113.1", "broken.example.com");
        Assert.DoesNotContain('\u001b', result.Record + result.Summary + result.Trace);
    }

    [Fact]
    public async Task A_check_that_takes_too_long_ends_as_a_temporary_error_and_asks_no_more()
    {
        FakeTimeProvider clock = new();
        SlowLookup lookup = new(new ZoneLookup(Providers), () => clock.Advance(TimeSpan.FromSeconds(11)));

        SpfResult result = await new SpfEvaluator(lookup, clock).CheckHostAsync(
            SpfIdentity.Create(IPAddress.Parse("198.51.100.7"), "example.com", null, null), TestContext.Current.CancellationToken);

        Assert.Equal(SpfOutcome.TempError, result.Result);
        Assert.Equal([SpfReason.TimeLimit], result.Reasons);
        Assert.Equal(2, lookup.Count);
    }

    [Fact]
    public async Task Cancelling_ends_the_check()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SpfEvaluator(new ZoneLookup(Providers), TimeProvider.System).CheckHostAsync(
            SpfIdentity.Create(IPAddress.Parse("198.51.100.7"), "example.com", null, null), stop.Token));
    }

    [Fact]
    public void Every_reason_rule_and_deciding_result_has_its_sentence()
    {
        string[] decided = [nameof(SpfOutcome.Pass), nameof(SpfOutcome.Fail), nameof(SpfOutcome.SoftFail), nameof(SpfOutcome.Neutral)];
        IEnumerable<string> keys = Constants(typeof(SpfReason)).Select(word => "dns.spf.reason." + word)
            .Concat(Constants(typeof(SpfSyntaxError)).Select(rule => "dns.spf.syntax." + rule))
            .Concat(decided.Select(result => "dns.spf.result." + result));
        Assert.All(keys, key => Assert.NotNull(Texts.TryFind(key)));
    }

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static Task<SpfResult> CheckAsync(string address, string domain) =>
        new SpfEvaluator(new ZoneLookup(Providers), TimeProvider.System).CheckHostAsync(
            SpfIdentity.Create(IPAddress.Parse(address), domain, null, null), TestContext.Current.CancellationToken);

    private sealed class SlowLookup(IDnsLookup inner, Action pass) : IDnsLookup
    {
        public int Count { get; private set; }

        public ValueTask<DnsAnswer> AskAsync(DnsQuestion question, CancellationToken cancellation)
        {
            Assert.Contains(question.Type, (DnsRecordType[])[DnsRecordType.Txt, DnsRecordType.A]);
            Count++;
            pass();
            return inner.AskAsync(question, cancellation);
        }
    }
}
