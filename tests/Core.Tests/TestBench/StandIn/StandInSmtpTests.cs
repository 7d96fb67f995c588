using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSmtpTests : StandInTest
{
    private const string Reader = "reader@example.org";

    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [InlineData("v3.0.0", SinkStage.MailFrom)]
    [InlineData("v6.2.0", SinkStage.MailFrom)]
    [InlineData("v3.0.0", SinkStage.RcptTo)]
    [InlineData("v6.2.0", SinkStage.RcptTo)]
    [InlineData("v3.0.0", SinkStage.Data)]
    [InlineData("v6.2.0", SinkStage.Data)]
    public async Task G20_a_refusing_server_fails_the_call_or_only_the_log(string version, SinkStage stage)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        Quirks quirks = ListmonkVersions.Quirks(version);
        world.Mail.Refuse(new SinkRefusal(554, "5.7.1 not from here", stage));

        Answer answer = await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        Assert.Equal(quirks.SendsInRequest ? 500 : 200, answer.Status);
        await LoggedAsync(world, "554 5.7.1 not from here");
        string[] lines = [.. world.Server.Log.Where(line => line.Contains("554 5.7.1", StringComparison.Ordinal))];
        Assert.Equal(quirks.SendsInRequest ? 2 : 1, lines.Length);
        string pattern = quirks.SendsInRequest ? "error sending opt-in e-mail for subscriber " : "error sending message 'Confirm subscription': ";
        Assert.Contains(pattern, lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_create_by_the_api_says_200_whatever_the_mail_server_said(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        world.Mail.Refuse(new SinkRefusal(451, "4.3.0 later"));

        Answer answer = await api.PostAsync("/api/subscribers", JsonNode.Parse("""{"email": "reader@example.org", "name": "R", "lists": [1]}"""));

        Assert.Equal(200, answer.Status);
        await LoggedAsync(world, "451 4.3.0 later");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G28_a_sign_up_that_could_not_be_mailed_is_stored_and_mailed_at_the_next_try(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        world.Mail.Refuse(new SinkRefusal(550, "5.1.1 no such user"));

        Answer refused = await visitor.SignUpAsync(Reader, WeeklyLetter);
        await LoggedAsync(world, "550 5.1.1");
        world.Mail.Refuse(null);
        Answer again = await visitor.SignUpAsync(Reader, WeeklyLetter);

        Assert.Equal(ListmonkVersions.Quirks(version).SignUpReportsSendFailure ? 500 : 200, refused.Status);
        Assert.True((bool)again.Data!["has_optin"]!);
        await MailToAsync(world, Reader);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G20_a_closed_port_is_told_in_the_log_but_where_mail_is_lost_silently(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await world.Mail.StopAsync();

        Answer answer = await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        Quirks quirks = ListmonkVersions.Quirks(version);
        Assert.Equal(quirks is { SendsInRequest: true, LosesMailSilently: false } ? 500 : 200, answer.Status);
        if (quirks.LosesMailSilently) // B3
            Assert.DoesNotContain(world.Server.Log, line => line.Contains("error", StringComparison.Ordinal));
        else
            await LoggedAsync(world, $"dial tcp 127.0.0.1:{world.Mail.Port}: connect: connection refused");
        await world.Mail.StartAsync(Cancel);
        await ResendAsync(api, await AddSubscriberAsync(world, "next@example.org"));
        await MailToAsync(world, "next@example.org");
    }

    [Theory]
    [InlineData("v3.0.0", "password", "\"wrong\"", "535")]
    [InlineData("v6.2.0", "password", "\"wrong\"", "535")]
    [InlineData("v6.2.0", "tls_type", "\"STARTTLS\"", "SMTP STARTTLS extension not found")]
    [InlineData("v6.2.0", "auth_protocol", "\"none\"", "530")]
    public async Task A_wrong_smtp_setting_is_told_in_the_log(string version, string member, string json, string text)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetSmtpAsync(world, member, json);

        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        await LoggedAsync(world, text);
        Assert.Empty(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_from_address_that_is_none_fails_every_mail(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetByHandAsync(world, "app.from_email", "\"no address\"");

        Answer answer = await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        Assert.Equal(500, answer.Status);
        await LoggedAsync(world, "mail: ");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G29_of_two_servers_one_is_drawn_and_the_other_is_no_stand_in(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await using MailSink second = await MailSink.StartAsync(ct: Cancel);
        await world.ExecuteAsync(
            $$"""
            update settings set value = value || jsonb_build_array(value->0 || '{"port": {{second.Port}}, "auth_protocol": "none"}')
            where key = 'smtp'
            """,
            Cancel);
        await world.Server.ReloadAsync(Cancel);
        second.Refuse(new SinkRefusal(550, "5.7.1 second"));
        int id = await AddSubscriberAsync(world, Reader);

        // The chance that one of two servers is never drawn in 30 is one in a thousand million.
        for (int i = 0; i < 30; i++)
            await ResendAsync(api, id);

        await LoggedAsync(world, "550 5.7.1 second");
        await MailToAsync(world, Reader);
        Assert.Empty(second.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G30_negative_retries_send_nothing_and_say_it_went_well(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetSmtpAsync(world, "max_msg_retries", "-1");

        Answer answer = await ResendAsync(api, await AddSubscriberAsync(world, Reader));
        await SetSmtpAsync(world, "max_msg_retries", "0");
        await ResendAsync(api, await AddSubscriberAsync(world, "next@example.org"));
        await MailToAsync(world, "next@example.org");

        Assert.True((bool)answer.Data!);
        Assert.Single(world.Mail.Received);
    }

    [Theory]
    [InlineData("v3.0.0", "SMTP STARTTLS extension not found")]
    [InlineData("v6.2.0", null)]
    public async Task G31_a_tls_type_in_small_letters_means_something_else_in_each_version(string version, string? failure)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetSmtpAsync(world, "tls_type", "\"starttls\"");

        await ResendAsync(api, await AddSubscriberAsync(world, Reader));

        await (failure is null ? MailToAsync(world, Reader) : LoggedAsync(world, failure));
    }

    [Fact]
    public async Task A_silent_server_holds_its_connections_until_the_reload()
    {
        await using World world = await WorldAsync("v6.2.0");
        using ApiClient api = new(world);
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await SetSmtpAsync(world, "max_conns", "1");
        await SetSmtpAsync(world, "wait_timeout", "\"1s\"");
        await SetSmtpAsync(world, "port", $"{((IPEndPoint)silent.LocalEndpoint).Port}");
        int id = await AddSubscriberAsync(world, Reader);

        Task<Answer> held = ResendAsync(api, id);
        using TcpClient taken = await silent.AcceptTcpClientAsync(Cancel);
        Answer second = await ResendAsync(api, id);
        await SetSmtpAsync(world, "port", $"{world.Mail.Port}");

        Assert.Equal(500, second.Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => held);
        Assert.Equal(200, (await ResendAsync(api, id)).Status);
    }

    [Fact]
    public async Task On_v3_failed_connections_use_the_pool_up_until_the_reload()
    {
        await using World world = await WorldAsync("v3.0.0");
        using ApiClient api = new(world);
        await SetSmtpAsync(world, "max_conns", "1");
        await SetSmtpAsync(world, "wait_timeout", "\"1s\"");
        int id = await AddSubscriberAsync(world, Reader);
        await world.Mail.StopAsync();
        for (int i = 0; i < 2; i++)
            await ResendAsync(api, id);
        await Eventually.HoldsAsync(
            "both failed", () => world.Server.Log.Count(line => line.Contains("connection refused", StringComparison.Ordinal)) == 2);
        await world.Mail.StartAsync(Cancel);

        await ResendAsync(api, id);
        await LoggedAsync(world, "timed out waiting for free conn in pool");
        await world.Server.ReloadAsync(Cancel);
        await ResendAsync(api, id);

        await MailToAsync(world, Reader);
    }

    [Fact]
    public async Task G27_on_v3_a_reload_loses_what_is_queued()
    {
        await using World world = await WorldAsync("v3.0.0");
        using ApiClient api = new(world);
        using TcpListener silent = new(IPAddress.Loopback, 0);
        silent.Start();
        await SetSmtpAsync(world, "port", $"{((IPEndPoint)silent.LocalEndpoint).Port}");

        Answer queued = await ResendAsync(api, await AddSubscriberAsync(world, Reader));
        using TcpClient taken = await silent.AcceptTcpClientAsync(Cancel);
        await SetSmtpAsync(world, "port", $"{world.Mail.Port}");
        await ResendAsync(api, await AddSubscriberAsync(world, "next@example.org"));
        await MailToAsync(world, "next@example.org");

        Assert.True((bool)queued.Data!);
        Assert.Single(world.Mail.Received);
    }

    private static Task<Answer> ResendAsync(ApiClient api, int id) => api.PostAsync($"/api/subscribers/{id}/optin");
}
