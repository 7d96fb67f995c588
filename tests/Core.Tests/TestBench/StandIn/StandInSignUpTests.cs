using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSignUpTests : StandInTest
{
    private const string Visitor = "visitor@example.org";

    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_sign_up_is_mailed_and_its_link_confirms(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);

        Answer answer = await visitor.SignUpAsync("Visitor@Example.org ", WeeklyLetter, ProductNews);
        ReceivedMail mail = await MailToAsync(world, Visitor);
        string link = ConfirmLink.In(mail);
        Answer page = await visitor.PostFormAsync(ConfirmLink.At(world, link), ("confirm", "true"));

        Assert.True((bool)answer.Data!["has_optin"]!);
        Assert.EndsWith($"?l={WeeklyLetter}&l={ProductNews}", link, StringComparison.Ordinal);
        Assert.Contains("<title>Confirmed", page.Text, StringComparison.Ordinal);
        Assert.Equal(("confirmed", "confirmed"), (await SubscriptionAsync(world, Visitor), await SubscriptionAsync(world, Visitor, 2)));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G01_the_switch_off_is_silent(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await TurnSwitchAsync(world, on: false);
        int lines = world.Server.Log.Count;

        Answer api = await visitor.SignUpAsync(Visitor, WeeklyLetter);
        Answer form = await visitor.PostFormAsync("/subscription/form", ("email", "other@example.org"), ("l", WeeklyLetter));

        Assert.False((bool)api.Data!["has_optin"]!);
        Assert.Contains("Subscribed successfully.", form.Text, StringComparison.Ordinal);
        Assert.Equal("unconfirmed", await SubscriptionAsync(world, Visitor));
        Assert.Equal(lines, world.Server.Log.Count);
        Assert.Empty(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G03_turning_the_switch_on_sends_nothing_for_the_past(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await TurnSwitchAsync(world, on: false);
        await visitor.SignUpAsync("missed@example.org", WeeklyLetter);

        await TurnSwitchAsync(world, on: true);
        await visitor.SignUpAsync(Visitor, WeeklyLetter);
        await MailToAsync(world, Visitor);

        Assert.Single(world.Mail.Received);
        Assert.Equal("unconfirmed", await SubscriptionAsync(world, "missed@example.org"));
    }

    [Theory]
    [InlineData("v3.0.0", "unconfirmed", true, "unconfirmed")]
    [InlineData("v6.2.0", "unconfirmed", true, "unconfirmed")]
    [InlineData("v3.0.0", "confirmed", false, "confirmed")]
    [InlineData("v6.2.0", "confirmed", false, "confirmed")]
    [InlineData("v3.0.0", "unsubscribed", true, "unconfirmed")]
    [InlineData("v6.2.0", "unsubscribed", true, "unconfirmed")]
    public async Task A_known_address_follows_the_table(string version, string before, bool hasOptIn, string after)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await AddSubscriberAsync(world, Visitor, subscription: before);

        Answer answer = await visitor.SignUpAsync(Visitor, WeeklyLetter);

        Assert.Equal(hasOptIn, (bool)answer.Data!["has_optin"]!);
        Assert.Equal(after, await SubscriptionAsync(world, Visitor));
    }

    [Theory]
    [InlineData("v3.0.0", "blocklisted", false, "unsubscribed")]
    [InlineData("v6.2.0", "blocklisted", false, "unsubscribed")]
    [InlineData("v3.0.0", "disabled", true, "unconfirmed")]
    [InlineData("v6.2.0", "disabled", true, "unconfirmed")]
    public async Task A_blocklisted_person_gets_no_mail_and_a_disabled_one_does(string version, string status, bool hasOptIn, string after)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await AddSubscriberAsync(world, Visitor, list: 4, status: status);

        Answer answer = await visitor.SignUpAsync(Visitor, WeeklyLetter);

        Assert.Equal(hasOptIn, (bool)answer.Data!["has_optin"]!);
        Assert.Equal(after, await SubscriptionAsync(world, Visitor));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Private_lists_unknown_lists_and_bad_input_follow_the_table(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        Quirks quirks = ListmonkVersions.Quirks(version);

        Answer secret = await visitor.SignUpAsync(Visitor, Members);
        Answer unknown = await visitor.SignUpAsync(Visitor, Guid.NewGuid().ToString());

        Assert.Equal(quirks.PublicTakesPrivateLists ? 200 : 400, secret.Status);
        Assert.Equal(200, unknown.Status);
        Assert.Equal(400, (await visitor.SignUpAsync(Visitor)).Status);
        Assert.Equal(400, (await visitor.SignUpAsync(Visitor, "no-uuid")).Status);
        Assert.Equal(400, (await visitor.SignUpAsync("not an address", WeeklyLetter)).Status);
        Assert.Equal(400, (await visitor.SignUpAsync("a@throwaway.test", WeeklyLetter)).Status);
        Assert.Equal(400, (await visitor.SignUpAsync("a@deep.spam.test", WeeklyLetter)).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G36_a_second_sign_up_leaves_no_trace_in_the_row(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await visitor.SignUpAsync(Visitor, WeeklyLetter);
        const string Times = "select created_at::text || updated_at::text from subscriber_lists";
        string? before = await world.ScalarAsync<string>(Times, Cancel);

        await visitor.SignUpAsync(Visitor, WeeklyLetter);

        Assert.Equal(before, await world.ScalarAsync<string>(Times, Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G40_a_row_with_capitals_makes_the_sign_up_fail(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await AddSubscriberAsync(world, "Visitor@example.org");

        Answer answer = await visitor.SignUpAsync(Visitor, WeeklyLetter);

        Assert.Equal(500, answer.Status);
        Assert.Empty(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task The_form_shows_public_lists_and_tells_that_a_mail_was_sent(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);

        Answer page = await visitor.GetAsync("/subscription/form");
        Answer sent = await visitor.PostFormAsync("/subscription/form", ("email", Visitor), ("l", WeeklyLetter), ("nonce", ""));
        Answer robot = await visitor.PostFormAsync("/subscription/form", ("email", Visitor), ("l", WeeklyLetter), ("nonce", "x"));

        Assert.Contains("Weekly letter", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Members", page.Text, StringComparison.Ordinal);
        Assert.Contains("An e-mail has been sent to you", sent.Text, StringComparison.Ordinal);
        Assert.Equal((200, 502), (sent.Status, robot.Status));
        await MailToAsync(world, Visitor);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task With_the_public_page_off_form_and_api_refuse(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await SetByHandAsync(world, "app.enable_public_subscription_page", "false");

        Assert.Equal(404, (await visitor.GetAsync("/subscription/form")).Status);
        Assert.Equal(400, (await visitor.SignUpAsync(Visitor, WeeklyLetter)).Status);
        int form = (await visitor.PostFormAsync("/subscription/form", ("email", Visitor), ("l", WeeklyLetter))).Status;
        Assert.Equal(ListmonkVersions.Quirks(version).FormChecksSwitch ? 404 : 200, form);
    }
}
