using System.Text.Json.Nodes;
using ListmonkPS.Core.Dns.Lookup;
using ListmonkPS.Core.Evidence.Sender;

namespace ListmonkPS.Core.Tests.Evidence.Sender;

public sealed class SenderSettingsTests
{
    [Fact]
    public void From_envelope_hello_and_relay_come_from_the_first_server_that_is_switched_on()
    {
        SenderSettings sender = Read("Lists <news@Example.org>", """
            [
              {"enabled": false, "host": "off.example.org"},
              {"enabled": true, "host": "mail.example.org", "hello_hostname": "lists.example.org", "email_headers": [{"X-A": "b"}, {"return-path": "<bounce@bounces.example.org>"}]},
              {"enabled": true, "host": "other.example.net"}
            ]
            """)!;

        Assert.Equal(
            ("Example.org", "bounce@bounces.example.org", "lists.example.org", "mail.example.org", true),
            (sender.FromDomain, sender.EnvelopeSender, sender.HelloName, sender.SmtpHost, sender.IsOwnRelay));
    }

    [Fact]
    public void Without_more_the_envelope_is_the_From_address_and_the_hello_name_localhost()
    {
        SenderSettings sender = Read("news@example.org", """[{"enabled": true, "host": "", "hello_hostname": "", "email_headers": null}]""")!;

        Assert.Equal(("news@example.org", "localhost", null), (sender.EnvelopeSender, sender.HelloName, sender.SmtpHost));
        Assert.False(sender.IsOwnRelay);
    }

    [Theory]
    [InlineData("mail.example.org", "news@example.org", true)]
    [InlineData("example.org", "news@example.org", true)]
    [InlineData("mail.example.org", "a@news.example.org", true)]
    [InlineData("smtp.provider.example", "news@example.org", false)]
    [InlineData("mail.provider.co.uk", "news@example.co.uk", false)]
    [InlineData("localhost", "news@example.org", false)]
    public void A_relay_is_the_operators_own_when_it_shares_the_domain(string host, string from, bool expected) =>
        Assert.Equal(expected, Read(from, $$"""[{"enabled": true, "host": "{{host}}"}]""")!.IsOwnRelay);

    [Theory]
    [InlineData("")]
    [InlineData("listmonk")]
    [InlineData("listmonk <noreply@localhost>")]
    [InlineData("a@b@")]
    public void A_From_address_without_a_domain_is_none(string from) => Assert.Null(Read(from, "[]"));

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("[1, null, {\"enabled\": \"yes\"}]")]
    public void Odd_servers_are_none(string smtp) => Assert.Null(Read("news@example.org", smtp)!.SmtpHost);

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("2001:db8::1", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    public void Addresses_that_stay_inside_are_told_apart(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.IsPublic(System.Net.IPAddress.Parse(address)));

    private static SenderSettings? Read(string from, string smtp) => SenderSettings.Read(new Dictionary<string, JsonNode?>
    {
        ["app.from_email"] = JsonValue.Create(from),
        ["smtp"] = JsonNode.Parse(smtp),
    });
}
