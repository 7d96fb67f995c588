using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

public sealed class DomainNameTests
{
    [Theory]
    [InlineData("example.com", "example.com")]
    [InlineData("Example.COM.", "Example.COM")]
    [InlineData("b\u00fccher.example", "xn--bcher-kva.example")]
    [InlineData("_spf.example.com", "_spf.example.com")]
    public void What_people_give_becomes_what_is_asked(string given, string expected) => Assert.Equal(expected, DomainName.TryNormalize(given));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData("localhost.")]
    [InlineData("a..example.com")]
    [InlineData(".example.com")]
    [InlineData("[192.0.2.1]")]
    [InlineData("two words.example.com")]
    [InlineData("A123456789012345678901234567890123456789012345678901234567890123.example.com")]
    [InlineData("\u00fc..example")]
    public void What_is_no_full_domain_name_is_refused(string? given) => Assert.Null(DomainName.TryNormalize(given));

    [Fact]
    public void A_name_of_253_characters_can_be_asked_and_one_of_254_cannot()
    {
        string longest = string.Join('.', Enumerable.Repeat(new string('a', 49), 5)) + ".abc";
        Assert.Equal(253, longest.Length);
        Assert.True(DomainName.CanBeAsked(longest));
        Assert.False(DomainName.CanBeAsked("a" + longest));
    }

    [Theory]
    [InlineData("mail.example.com", "example.com", true)]
    [InlineData("EXAMPLE.com", "example.COM", true)]
    [InlineData("bad-example.com", "example.com", false)]
    [InlineData("com", "example.com", false)]
    public void Below_is_decided_at_the_border_of_a_label(string name, string ancestor, bool expected) =>
        Assert.Equal(expected, DomainName.IsAtOrBelow(name, ancestor));

    [Theory]
    [InlineData("a.b.c", 2, "b.c")]
    [InlineData("a.b.c", 1, "c")]
    [InlineData("a.b.c", 3, "a.b.c")]
    [InlineData("a.b.c", 9, "a.b.c")]
    public void The_last_labels_are_counted_from_the_right(string name, int count, string expected) =>
        Assert.Equal(expected, DomainName.LastLabels(name, count));
}
