using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;
using MimeKit;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInOptInTests : StandInTest
{
    private const string Reader = "reader@example.org";

    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G02_a_resend_is_mailed_while_the_switch_is_off(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await TurnSwitchAsync(world, on: false);

        Answer answer = await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        Assert.True((bool)answer.Data!);
        await MailToAsync(world, Reader);
    }

    [Theory]
    [InlineData("v3.0.0", "confirmed")]
    [InlineData("v6.2.0", "confirmed")]
    [InlineData("v3.0.0", "unsubscribed")]
    [InlineData("v6.2.0", "unsubscribed")]
    public async Task G20_a_resend_says_true_also_when_there_is_nothing_to_send(string version, string subscription)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        Answer nothing = await ResendAsync(api, await AddSubscriberAsync(world, Reader, subscription: subscription));
        await ResendAsync(api, await AddSubscriberAsync(world, "next@example.org"));
        await MailToAsync(world, "next@example.org");

        Assert.True((bool)nothing.Data!);
        Assert.Single(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G21_disabled_and_blocklisted_people_are_mailed_too(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await ResendAsync(api, await AddSubscriberAsync(world, "off@example.org", status: "disabled"));
        await ResendAsync(api, await AddSubscriberAsync(world, "blocked@example.org", status: "blocklisted"));

        await MailToAsync(world, "off@example.org");
        await MailToAsync(world, "blocked@example.org");
    }

    [Fact]
    public async Task G21_members_of_archived_lists_are_mailed_too()
    {
        await using World world = await WorldAsync("v6.2.0");
        using ApiClient api = new(world);
        await world.ExecuteAsync("update lists set status = 'archived'", Cancel);

        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        await MailToAsync(world, Reader);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G22_one_mail_names_all_waiting_double_lists_and_no_other(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        int id = await AddSubscriberAsync(world, Reader, list: 3);
        await world.ExecuteAsync(
            $"""
            insert into subscriber_lists (subscriber_id, list_id, status)
            values ({id}, 1, 'unconfirmed'), ({id}, 2, 'confirmed'), ({id}, 4, 'unconfirmed')
            """,
            Cancel);

        await ResendAsync(api, id);
        ReceivedMail mail = await MailToAsync(world, Reader);

        Assert.EndsWith($"?l={WeeklyLetter}&l={Members}", ConfirmLink.In(mail), StringComparison.Ordinal);
        Assert.Contains("Weekly letter", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Members", mail.Text, StringComparison.Ordinal);
        Assert.Single(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G23_calling_again_mails_again(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        int id = await AddSubscriberAsync(world, Reader);

        await ResendAsync(api, id);
        await ResendAsync(api, id);

        await Eventually.HoldsAsync("both mails came", () => world.Mail.Received.Count == 2);
        Assert.Single(world.Mail.Received.Select(ConfirmLink.In).Distinct());
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G19_unknown_and_malformed_ids_are_a_400(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        string malformed = ListmonkVersions.Quirks(version).HasUsers ? "invalid ID" : "Invalid ID(s)";

        Answer unknown = await ResendAsync(api, 99999);
        Answer word = await api.PostAsync("/api/subscribers/abc/optin");
        Answer zero = await ResendAsync(api, 0);

        Assert.Equal((400, "Subscriber (99999: ) not found"), (unknown.Status, unknown.Message));
        Assert.Equal((400, malformed), (word.Status, word.Message));
        Assert.Equal((400, malformed), (zero.Status, zero.Message));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_mail_has_the_shape_of_the_version(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        Quirks quirks = ListmonkVersions.Quirks(version);
        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        ReceivedMail mail = await MailToAsync(world, Reader);

        MimeMessage message = mail.Message;
        Assert.Equal(("news@lists.example.org", "mailer"), (mail.From, mail.User));
        Assert.Equal(("Example Lists", "Confirm subscription"), (message.From.Single().Name, message.Subject));
        TextPart body = Assert.IsType<TextPart>(message.Body);
        Assert.Equal(("text/html", ContentEncoding.QuotedPrintable), (body.ContentType.MimeType, body.ContentTransferEncoding));
        Assert.Equal("Example Lists", message.Headers["X-Mailed-By"]);
        Assert.Equal(quirks.OptInMailHasHeaders, message.Headers.Contains("X-Listmonk-Subscriber"));
        Assert.Equal(quirks.OptInMailHasHeaders, message.Headers.Contains("List-Unsubscribe"));
        Assert.Equal(quirks.MessageIdHasSenderDomain, message.MessageId!.EndsWith("@lists.example.org", StringComparison.Ordinal));
        Assert.StartsWith("https://lists.example.org/subscription/optin/", ConfirmLink.In(mail), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task B6_the_unsubscribe_header_may_follow_the_wrong_setting(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetByHandAsync(world, "privacy.unsubscribe_header", "false");

        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        ReceivedMail mail = await MailToAsync(world, Reader);
        Assert.Equal(ListmonkVersions.Quirks(version).UnsubscribeHeaderFollowsSwitch, mail.Message.Headers.Contains("List-Unsubscribe"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G33_a_wrong_root_url_makes_dead_links(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetByHandAsync(world, "app.root_url", "\"http://localhost:9000/\"");

        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        Assert.StartsWith("http://localhost:9000/subscription/optin/", ConfirmLink.In(await MailToAsync(world, Reader)), StringComparison.Ordinal);
    }

    private static Task<Answer> ResendAsync(ApiClient api, int id) => api.PostAsync($"/api/subscribers/{id}/optin");
}
