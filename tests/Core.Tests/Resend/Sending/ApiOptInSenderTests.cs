using System.Net;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Sending.ByApi;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Sending;

/// <summary>What becomes of a resend by the API, against stand-ins of the versions and their real mail servers.</summary>
public sealed class ApiOptInSenderTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v3.0.0", OptInResendState.Queued)]
    [InlineData("v4.1.0", OptInResendState.Queued)]
    [InlineData("v5.1.0", OptInResendState.Sent)]
    [InlineData("v6.2.0", OptInResendState.Sent)]
    public async Task G20_a_mail_that_is_taken_is_sent_or_queued(string version, OptInResendState expected)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        OptInRecipient person = await FirstAsync(world);
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync(person, Test);
        Assert.Equal((expected, SmtpReplyClass.Accepted, (int?)200, (SendStop?)null), (outcome.State, outcome.Class, outcome.ReplyCode, outcome.Stop));
        await world.Mail.WaitForAsync(mail => mail.To.Contains(person.Email), TimeSpan.FromMinutes(1), Test);
    }

    [Theory]
    [InlineData(550, "5.1.1 no such user", OptInResendState.GaveUp, SmtpReplyClass.MailboxUnknown, false)]
    [InlineData(451, "4.7.1 Greylisted, try again in 300 seconds", OptInResendState.Retry, SmtpReplyClass.Greylist, false)]
    [InlineData(550, "5.4.5 Daily user sending quota exceeded", OptInResendState.Due, SmtpReplyClass.QuotaDaily, true)]
    public async Task A_refusal_gets_its_class_from_the_log(int code, string text, OptInResendState state, SmtpReplyClass found, bool stops)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        world.Mail.Refuse(new SinkRefusal(code, text));
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync(await FirstAsync(world), Test);
        Assert.Equal((state, found, (int?)code), (outcome.State, outcome.Class, outcome.ReplyCode));
        Assert.Equal(stops, outcome.Stop is { Until: not null });
    }

    [Fact]
    public async Task The_address_is_taken_out_of_what_the_log_says()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        OptInRecipient person = await FirstAsync(world);
        world.Mail.Refuse(new SinkRefusal(550, $"5.1.1 <{person.Email.ToUpperInvariant()}>: no such user"));
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync(person, Test);
        Assert.Equal((OptInResendState.GaveUp, SmtpReplyClass.MailboxUnknown), (outcome.State, outcome.Class));
        Assert.Contains("<recipient>: no such user", outcome.ReplyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_may_not_read_the_log_gets_a_retry_without_a_class()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await world.AddApiUserAsync("sender", "sender-token-0123456789abcdef", ["subscribers:manage", "subscribers:get_all"], Test);
        await using ListmonkServer server = Server(world, new NetworkCredential("sender", "sender-token-0123456789abcdef"));
        world.Mail.Refuse(new SinkRefusal(550, "5.1.1 no such user"));
        HeardNotices notices = new();
        await using ApiOptInSender sender = Sender(server, notices);
        SendOutcome outcome = await sender.SendAsync(await FirstAsync(world), Test);
        Assert.Equal((OptInResendState.Retry, SmtpReplyClass.Unknown, (int?)500), (outcome.State, outcome.Class, outcome.ReplyCode));
        Assert.Single(notices.All);
    }

    [Fact]
    public async Task G19_somebody_who_is_gone_is_skipped()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync((await FirstAsync(world)) with { Id = 999999 }, Test);
        Assert.Equal((OptInResendState.Skipped, "Gone"), (outcome.State, outcome.ReplyText));
    }

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task A_token_that_is_refused_stops_everything_and_costs_no_attempt(string version)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world, new NetworkCredential(world.ApiUser, "wrong"));
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync(await FirstAsync(world), Test);
        Assert.Equal((OptInResendState.Due, "LoginRefused"), (outcome.State, outcome.Stop!.Failure.Id));
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_again_until_it_is_too_much()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        OptInRecipient person = await FirstAsync(world);
        await world.Server.StopAsync();
        await using ApiOptInSender sender = Sender(server);
        List<SendOutcome> outcomes = [];
        for (int time = 0; time < 5; time++)
            outcomes.Add(await sender.SendAsync(person, Test));
        Assert.All(outcomes, outcome => Assert.Equal(OptInResendState.Retry, outcome.State));
        Assert.Equal([false, false, false, false, true], outcomes.Select(outcome => outcome.Stop is not null));
    }

    [Fact]
    public async Task G48_a_connection_that_is_dropped_leaves_it_in_doubt_and_the_second_stops()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        // Without an enabled block the server drops the connection at the first mail (B21).
        await world.ExecuteAsync("update settings set value = jsonb_set(value, '{0,enabled}', 'false') where key = 'smtp'", Test);
        await world.Server.ReloadAsync(Test);
        await using ListmonkServer server = Server(world);
        await using ApiOptInSender sender = Sender(server);
        SendOutcome first = await sender.SendAsync(person, Test);
        SendOutcome second = await sender.SendAsync(person, Test);
        Assert.Equal((OptInResendState.InDoubt, (SendStop?)null), (first.State, first.Stop));
        Assert.Equal((OptInResendState.InDoubt, "ResendBrokenOff"), (second.State, second.Stop!.Failure.Id));
    }

    [Fact]
    public async Task What_was_on_its_way_together_is_broken_off_together_and_stops_nothing()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        await world.ExecuteAsync("update settings set value = jsonb_set(value, '{0,enabled}', 'false') where key = 'smtp'", Test);
        await world.Server.ReloadAsync(Test); // from here on it drops the connection at each mail (B21)
        int arrived = 0;
        TaskCompletionSource all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Server.BeforeRequest = (method, _) =>
        {
            if (method == "POST" && Interlocked.Increment(ref arrived) >= 4)
                all.TrySetResult();
            return method == "POST" ? all.Task : Task.CompletedTask;
        };
        await using ListmonkServer server = Server(world);
        await using ApiOptInSender sender = Sender(server);
        SendOutcome[] together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sender.SendAsync(person, Test)));
        Assert.All(together, outcome => Assert.Equal((OptInResendState.InDoubt, (SendStop?)null), (outcome.State, outcome.Stop)));
        Assert.Equal("ResendBrokenOff", (await sender.SendAsync(person, Test)).Stop?.Failure.Id);
    }

    [Fact]
    public async Task A_silent_mail_server_ends_in_doubt_when_it_is_broken_off()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        OptInRecipient person = await FirstAsync(world);
        using CancellationTokenSource stop = new();
        TaskCompletionSource over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        world.Server.BeforeRequest = async (method, _) =>
        {
            if (method != "POST")
                return;
            await stop.CancelAsync();
            await over.Task; // no answer before the outcome is known
        };
        await using ApiOptInSender sender = Sender(server);
        try
        {
            Assert.Equal(OptInResendState.InDoubt, (await sender.SendAsync(person, stop.Token)).State);
        }
        finally
        {
            over.SetResult();
        }
    }

    [Fact]
    public async Task What_is_broken_off_before_it_was_handed_over_is_due_as_before()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        await using ListmonkServer server = Server(world);
        await using ApiOptInSender sender = Sender(server);
        Assert.Equal(SendOutcome.NotSent, await sender.SendAsync(await FirstAsync(world), new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task The_first_time_out_leaves_it_in_doubt_and_stops_everything()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        using CancellationTokenSource end = new();
        world.Server.BeforeRequest = (method, _) => method == "POST" ? Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default) : Task.CompletedTask;
        await using ListmonkServer server = Server(world, time: new FastClock(DateTimeOffset.UnixEpoch, 100));
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome = await sender.SendAsync(person, Test);
        await end.CancelAsync();
        Assert.Equal((OptInResendState.InDoubt, "ResendTimedOut"), (outcome.State, outcome.Stop?.Failure.Id));
    }

    [Fact]
    public async Task A_pool_that_has_died_behind_the_queue_is_noticed()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = "v4.1.0", Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        await world.Mail.StopAsync();
        await world.ExecuteAsync("update settings set value = jsonb_set(jsonb_set(value, '{0,max_conns}', '1'), '{0,wait_timeout}', '\"1s\"') where key = 'smtp'", Test);
        await world.Server.ReloadAsync(Test);
        await using ListmonkServer server = Server(world, looks: new FastClock(DateTimeOffset.UtcNow, 50));
        await using ApiOptInSender sender = Sender(server);
        SendOutcome outcome;
        long began = TimeProvider.System.GetTimestamp();
        do
        {
            outcome = await sender.SendAsync(person, Test);
            await Task.Delay(50, Test);
        }
        while (outcome.Stop is null && TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1));
        Assert.Equal((OptInResendState.Queued, "PoolDead"), (outcome.State, outcome.Stop?.Failure.Id));
    }

    [Theory]
    [InlineData("v3.0.0", 535, "5.7.8 Authentication credentials invalid", "AccountRefused", false)]
    [InlineData("v4.1.0", 550, "5.4.5 Daily user sending quota exceeded for <ada@example.org>", "QuotaReached", true)]
    [InlineData("v4.1.0", 550, "5.1.1 no such user", null, false)]
    public async Task What_is_refused_behind_the_queue_stops_it_when_it_is_of_the_account_and_is_told_in_the_end(
        string version, int code, string text, string? stops, bool mendsItself)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        world.Mail.Refuse(new SinkRefusal(code, text));
        await using ListmonkServer server = Server(world, looks: new FastClock(DateTimeOffset.UtcNow, 50));
        HeardNotices notices = new();
        await using ApiOptInSender sender = Sender(server, notices);
        SendStop? stop = null;
        int Refused() => world.Server.Log.Count(line => line.Contains(text, StringComparison.Ordinal));
        long began = TimeProvider.System.GetTimestamp();
        do
        {
            SendOutcome outcome = await sender.SendAsync(person, Test);
            Assert.Equal(OptInResendState.Queued, outcome.State);
            stop = outcome.Stop;
            await Task.Delay(20, Test);
        }
        while (stop is null && (stops is null ? Refused() < 10 : TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1)));
        await sender.EndAsync(notices, Test);
        Assert.Equal((stops, mendsItself), (stop?.Failure.Id, stop?.Until is not null));
        Assert.DoesNotContain("ada@", stop?.Failure.Message ?? "", StringComparison.Ordinal);
        Assert.Contains("could not send", Assert.Single(notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_lines_of_the_log_are_no_trouble_of_this_run()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = "v4.1.0", Subscribers = 20 }, Test);
        OptInRecipient person = await FirstAsync(world);
        await using ListmonkServer server = Server(world, looks: new FastClock(DateTimeOffset.UtcNow, 50));
        world.Mail.Refuse(new SinkRefusal(550, "5.4.5 Daily user sending quota exceeded"));
        await using (ApiOptInSender before = Sender(server))
        {
            await before.SendAsync(person, Test);
            await Eventually.HoldsAsync(
                "the failure is in the log",
                async () => (await server.Api!.GetLogAsync(Test)).Any(line => line.Contains("error sending message", StringComparison.Ordinal)));
        }

        world.Mail.Refuse(null);
        HeardNotices notices = new();
        await using ApiOptInSender sender = Sender(server, notices);
        Assert.Null((await sender.SendAsync(person, Test)).Stop);
        await world.Mail.WaitForAsync(mail => mail.To.Contains(person.Email), TimeSpan.FromMinutes(1), Test);
        await sender.EndAsync(notices, Test);
        Assert.Empty(notices.Warnings);
    }

    private static ApiOptInSender Sender(ListmonkServer server, INoticeSink? notices = null) => new(server, "account", new SendLog(server, notices ?? new HeardNotices()));

    private static ListmonkServer Server(World world, NetworkCredential? credential = null, TimeProvider? time = null, TimeProvider? looks = null) => new()
    {
        Name = "s",
        Uri = world.Uri,
        Api = new ListmonkApi(world.Uri, credential ?? new NetworkCredential(world.ApiUser, world.ApiToken), TimeSpan.FromMinutes(1), time ?? TimeProvider.System),
        Version = ListmonkVersion.Parse(world.Options.Version),
        Time = looks ?? TimeProvider.System,
    };

    private static async Task<OptInRecipient> FirstAsync(World world)
    {
        await using Npgsql.NpgsqlCommand command = world.Database.CreateCommand("""
            select s.id, s.uuid, s.email from subscribers s join subscriber_lists m on m.subscriber_id = s.id join lists l on l.id = m.list_id
            where l.optin = 'double' and m.status = 'unconfirmed' and s.status = 'enabled' order by s.id limit 1
            """);
        await using Npgsql.NpgsqlDataReader row = await command.ExecuteReaderAsync(Test);
        Assert.True(await row.ReadAsync(Test));
        return new OptInRecipient(row.GetInt32(0), row.GetGuid(1), row.GetString(2), "", []);
    }
}
