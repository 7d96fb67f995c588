using System.Net;
using ListmonkPS.Core.Dns.Spf.Survey;

namespace ListmonkPS.Core.Tests.Dns.Spf.Survey;

public sealed class SpfRepairTests
{
    private static readonly IPAddress[] Addresses = [IPAddress.Parse("192.0.2.25"), IPAddress.Parse("2001:db8::25")];

    [Fact]
    public void A_new_record_names_the_hosts_and_ends_softly() =>
        Assert.Equal("v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 ~all", SpfRepair.New(Addresses));

    [Theory]
    [InlineData("v=spf1 a -all", "v=spf1 a ip4:192.0.2.25 ip6:2001:db8::25 -all")]
    [InlineData("v=spf1 a redirect=x.example.com", "v=spf1 a ip4:192.0.2.25 ip6:2001:db8::25 redirect=x.example.com")]
    [InlineData("v=spf1 a", "v=spf1 a ip4:192.0.2.25 ip6:2001:db8::25")]
    [InlineData("v=spf1 ip4:192.0.2.25 ~all", "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 ~all")]
    [InlineData("v=spf1", "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25")]
    public void Hosts_are_added_before_the_end_and_once(string record, string expected) => Assert.Equal(expected, SpfRepair.Allow(record, Addresses));

    [Fact]
    public void Several_records_become_one_with_one_end() => Assert.Equal(
        "v=spf1 a include:x.example.net mx -all",
        SpfRepair.Merge(["v=spf1 a include:x.example.net -all", "v=spf1 mx a ~all"]));

    [Theory]
    [InlineData("v=spf1 ipv4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all")]
    [InlineData("v=spf1 ip4=192.0.2.1 include=x.example.net -all", "v=spf1 ip4:192.0.2.1 include:x.example.net -all")]
    [InlineData("v=spf1 a, mx; -all", "v=spf1 a mx -all")]
    [InlineData("v=spf1 \"a\" -all", "v=spf1 a -all")]
    [InlineData("v=spf1 a\tmx -all", "v=spf1 a mx -all")]
    [InlineData("v=spf1 redirect:x.example.net", "v=spf1 redirect=x.example.net")]
    [InlineData("v=spf1 x=y -all", "v=spf1 x=y -all")]
    public void Usual_mistakes_are_mended(string record, string expected) => Assert.Equal(expected, SpfRepair.Mend(record));

    [Theory]
    [InlineData("v=spf1 ip4:192.0.2 -all")]
    [InlineData("v=spf1 a:museum -all")]
    [InlineData("v=spf1 nonsense")]
    public void What_cannot_be_guessed_is_left_to_people(string record) => Assert.Null(SpfRepair.Mend(record));

    [Fact]
    public void Own_hosts_become_addresses_and_ptr_goes() => Assert.Equal(
        "v=spf1 ip4:192.0.2.25 ip6:2001:db8::25 include:x.example.net -all",
        SpfRepair.Flatten("v=spf1 a mx ptr ~ptr:x.example.net include:x.example.net -all", term => term is "a" or "mx" ? Addresses : null));
}
