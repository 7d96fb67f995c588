using System.Reflection;
using ListmonkPS.Core.Dns.Dkim;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.TestBench.Dns;

namespace ListmonkPS.Core.Tests.Dns.Dkim;

public sealed class DkimWordingTests
{
    [Fact]
    public void Every_reason_has_a_sentence_or_a_remedy_and_every_lookup_error_its_own()
    {
        string[] notes = [DkimReason.DnsError, DkimReason.Testing, DkimReason.TagUnknown, DkimReason.KeyBelowRecommended, DkimReason.KeyAboveRequired];
        IEnumerable<string> words = typeof(DkimReason).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
        Assert.All(words.Except(notes), word => Assert.NotNull(Texts.TryFind("dns.dkim.reason." + word)));
        Assert.All(words.Except([DkimReason.TagUnknown]), word => Assert.NotNull(Texts.TryFind("dns.dkim.remedy." + word)));
        Assert.All(
            Enum.GetValues<DnsAnswerKind>().Where(kind => new DnsAnswer(kind).IsError),
            kind => Assert.NotNull(Texts.TryFind("dns.error." + kind)));
    }

    [Fact]
    public async Task A_cut_key_tells_how_long_it_should_be()
    {
        // The first 30 octets of an RSA key of 2048 bits, which tells a length of 294.
        Zone zone = new Zone().AddText("sel._domainkey.example.com", "v=DKIM1; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC");

        DkimResult result = await new DkimKeyCheck(new ZoneLookup(zone)).CheckAsync(DkimQuery.Create("Example.com.", "sel"), TestContext.Current.CancellationToken);

        Assert.Equal("The DKIM key at sel._domainkey.Example.com is cut: it has 30 octets and should have 294.", result.Summary);
        Assert.Contains("255 characters", result.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", "sel", "DomainInvalid")]
    [InlineData("[192.0.2.1]", "sel", "DomainInvalid")]
    [InlineData("example.com", "", "SelectorInvalid")]
    [InlineData("example.com", "a..b", "SelectorInvalid")]
    [InlineData("example.com", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "SelectorInvalid")]
    public void What_cannot_be_a_name_is_one_clear_failure(string domain, string selector, string id)
    {
        FailureException exception = Assert.Throws<FailureException>(() => DkimQuery.Create(domain, selector));
        Assert.Equal(id, exception.Failure.Id);
        Assert.NotEmpty(exception.Failure.RecommendedAction);
    }
}
