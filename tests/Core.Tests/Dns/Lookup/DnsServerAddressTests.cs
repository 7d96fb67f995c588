using ListmonkPS.Core.Dns.Lookup;

namespace ListmonkPS.Core.Tests.Dns.Lookup;

public sealed class DnsServerAddressTests
{
    [Theory]
    [InlineData("192.0.2.53", "192.0.2.53:53")]
    [InlineData("192.0.2.53:5353", "192.0.2.53:5353")]
    [InlineData("2001:db8::53", "[2001:db8::53]:53")]
    [InlineData("[2001:db8::53]", "[2001:db8::53]:53")]
    [InlineData(" [::1]:5353 ", "[::1]:5353")]
    public void Each_form_is_read(string text, string expected) => Assert.Equal(expected, DnsServerAddress.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("ns1.example.com")]
    [InlineData("192.0.2.53:")]
    [InlineData("192.0.2.53:0")]
    [InlineData("192.0.2.53:65536")]
    [InlineData("192.0.2.53:+53")]
    [InlineData("192.0.2")]
    [InlineData("[::1")]
    [InlineData("[::1]5353")]
    [InlineData("[::1]:x")]
    public void Anything_else_is_one_clear_failure(string text)
    {
        FailureException exception = Assert.Throws<FailureException>(() => DnsServerAddress.Parse(text));
        Assert.Equal("DnsServerInvalid", exception.Failure.Id);
        Assert.Contains($"'{text}'", exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(exception.Failure.RecommendedAction);
    }
}
