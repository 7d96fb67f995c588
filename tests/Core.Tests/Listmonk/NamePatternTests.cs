using System.Diagnostics;
using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Tests.Listmonk;

public sealed class NamePatternTests
{
    [Theory]
    [InlineData("*", "app.root_url", true)]
    [InlineData("app.*", "app.root_url", true)]
    [InlineData("APP.*", "app.root_url", true)]
    [InlineData("*optin*", "app.send_optin_confirmation", true)]
    [InlineData("*optin*", "app.root_url", false)]
    [InlineData("app.?ang", "app.lang", true)]
    [InlineData("app.?ang", "app.ang", false)]
    [InlineData("[sm]*", "smtp", true)]
    [InlineData("[sm]*", "messengers", true)]
    [InlineData("[sm]*", "app.lang", false)]
    [InlineData("[a-c]*", "bounce.enabled", true)]
    [InlineData("[A-C]*", "bounce.enabled", true)]
    [InlineData("[a-c]*", "upload.provider", false)]
    [InlineData("[^a]*", "smtp", false)]
    [InlineData("[^a]*", "^", true)]
    [InlineData("[]]", "]", false)]
    [InlineData("upload.s3.*", "upload.s3.url", true)]
    [InlineData("upload.s3.*", "uploadXs3Xurl", false)]
    [InlineData("smtp", "smtp", true)]
    [InlineData("SMTP", "smtp", true)]
    [InlineData("smtp", "smtp2", false)]
    [InlineData("smt", "smtp", false)]
    [InlineData("a`*b", "a*b", true)]
    [InlineData("a`*b", "axb", false)]
    [InlineData("a[-b]c", "a-c", true)]
    [InlineData("a[b-]c", "a-c", true)]
    [InlineData("a[\\d]c", "a1c", false)]
    [InlineData("a[\\d]c", "a\\c", true)]
    [InlineData("", "", true)]
    public void Patterns_match_as_in_PowerShell(string pattern, string name, bool matches) =>
        Assert.Equal(matches, new NamePattern(pattern).IsMatch(name));

    [Theory]
    [InlineData("app.lang", false)]
    [InlineData("app.*", true)]
    [InlineData("app.?", true)]
    [InlineData("[ab]", true)]
    [InlineData("app.`*", false)]
    [InlineData("app[", false)]
    [InlineData("[]", false)]
    public void A_wildcard_is_known_as_one(string pattern, bool hasWildcard) => Assert.Equal(hasWildcard, new NamePattern(pattern).HasWildcard);

    [Fact]
    public void A_backtick_is_not_part_of_the_name() => Assert.Equal("a*b", new NamePattern("a`*b").Name);

    [Fact]
    public void Many_stars_do_not_take_for_ever()
    {
        Stopwatch watch = Stopwatch.StartNew();
        Assert.False(new NamePattern(string.Concat(Enumerable.Repeat("*a", 60)) + "b").IsMatch(new string('a', 5000)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData("*", 1001)]
    [InlineData("a*", 50_000)]
    [InlineData("a\0", 1)]
    [InlineData("*\0", 1)]
    public void What_no_name_can_match_is_refused_with_its_beginning(string part, int times)
    {
        string text = string.Concat(Enumerable.Repeat(part, times));
        Failure failure = Assert.Throws<FailureException>(() => new NamePattern(text)).Failure;
        Assert.Equal("BadPattern", failure.Id);
        Assert.InRange(failure.Message.Length, 20, 200);
        Assert.DoesNotContain('\0', failure.Message);
    }

    [Theory]
    [InlineData("*", 1000)]
    [InlineData("a", 100_000)]
    public void What_is_long_but_not_too_long_is_a_pattern(string part, int times)
    {
        string text = string.Concat(Enumerable.Repeat(part, times));
        Assert.True(new NamePattern(text).IsMatch(text.Replace('*', 'a').ToUpperInvariant()));
    }
}
