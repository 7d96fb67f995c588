using ListmonkPS.Core.Evidence.Logs.Lines;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Evidence.Logs;

/// <summary>Every line of contract 6.4, in the form of every version.</summary>
public sealed class ServerLinesTests
{
    private const string Uuid = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01";

    public static TheoryData<string, LogClass, bool?> Messages => new()
    {
        { "error sending message 'Confirm subscription': 550 5.1.1 no such user", LogClass.SmtpFailure, true },
        { "error sending message 'Willkommen': dial tcp 192.0.2.1:587: i/o timeout", LogClass.SmtpFailure, null },
        { "error sending message 'Confirm subscription': timed out waiting for free conn in pool", LogClass.Pool, true },
        { "message push timed out: 'Confirm subscription'", LogClass.Queue, true },
        { "error sending admin notification (Import finished): 550 no", LogClass.SmtpFailure, null },
        { $"error sending opt-in e-mail for subscriber 4711 ({Uuid}): 535 5.7.8 Error: authentication failed", LogClass.SmtpFailure, true },
        { "error sending opt-in e-mail: 550 no", LogClass.SmtpFailure, true },
        { $"error sending opt-in e-mail for subscriber 4711 ({Uuid}): timed out waiting for free conn in pool", LogClass.Pool, true },
        { $"error sending opt-in e-mail for subscriber 4711 ({Uuid}): message push timed out", LogClass.Queue, true },
        { "error fetching lists for opt-in: pq: canceling statement", LogClass.Database, true },
        { "error compiling notification template 'subscriber-optin': template: x:1: function \"L\" not defined", LogClass.Template, true },
        { "error compiling notification template 'import-status': x", LogClass.Template, false },
        { "error sending message in campaign Weekly: subscriber 12: 550 no", LogClass.SmtpFailure, false },
        { "error sending message in campaign Weekly: subscriber 12: timed out waiting for free conn in pool", LogClass.Pool, false },
        { "error count exceeded 1000. pausing campaign Weekly", LogClass.Campaign, false },
        { "messages exceeded (10000) for the window (1h0m0s since 2025-05-08 10:00:00). Sleeping for 59m0s.", LogClass.Campaign, false },
        { "start processing campaign (Weekly)", LogClass.Campaign, false },
        { "error inserting subscriber: pq: duplicate key", LogClass.Database, true },
        { "error confirming subscription: pq: x", LogClass.Database, true },
        { "captcha request failed: x", LogClass.SignUp, true },
        { "Captcha request failed: x", LogClass.SignUp, true },
        { "loaded email (SMTP) messenger: u@smtp.example.org", LogClass.Start, false },
        { "initialized email (SMTP) messenger: u@smtp.example.org", LogClass.Start, false },
        { "connecting to db: db:5432/listmonk", LogClass.Start, false },
        { "v5.0.2 (abc1234 2025-06-08T10:00:00Z, linux/amd64)", LogClass.Start, false },
        { "reloading on signal ...", LogClass.Reload, false },
        { "no SMTP servers enabled in settings", LogClass.StartFailure, false },
        { "error initializing e-mail messenger: x", LogClass.StartFailure, false },
        { "there are 2 pending database upgrade(s): [v5.0.0 v5.1.0]. The last upgrade was v4.1.0.", LogClass.StartFailure, false },
        { "http: panic serving 127.0.0.1:4711: runtime error: index out of range", LogClass.Panic, null },
        { "error scanning bounce mailbox: EOF", LogClass.Bounce, false },
        { "something else", LogClass.Other, false },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void G47_each_message_has_its_class_in_every_form(string message, LogClass found, bool? isOptIn)
    {
        string[] forms = [$"2025/05/08 12:40:02 manager.go:301: {message}", $"2025/05/08 12:40:02.123456 manager.go:301: {message}", $"2025/05/08 12:40:02 {message}"];
        foreach (string form in forms)
        {
            LogEntry entry = Entry(form);
            Assert.Equal((found, isOptIn), (entry.Class, entry.IsOptIn));
            Assert.Equal(new DateTimeOffset(2025, 5, 8, 10, 40, 2, TimeSpan.Zero), new DateTimeOffset(2025, 5, 8, 10, entry.Time!.Value.Minute, entry.Time.Value.Second, TimeSpan.Zero));
            Assert.False(entry.HasZone);
            Assert.DoesNotContain(Uuid, entry.Message, StringComparison.Ordinal);
        }

        Assert.Equal("manager.go:301", Entry(forms[0]).Origin);
        Assert.Null(Entry(forms[2]).Origin);
    }

    [Fact]
    public void Subscriber_reply_and_version_are_read_out()
    {
        LogEntry refused = Entry($"2025/05/08 12:40:02.000001 subscribers.go:694: error sending opt-in e-mail for subscriber 4711 ({Uuid}): 535 5.7.8 Error: authentication failed");
        Assert.Equal((4711, SmtpReplyClass.AuthFailed, 535), (refused.SubscriberId, refused.Reply!.Class, refused.Reply.ReplyCode));
        Assert.Equal("v5.0.2", Entry("2025/05/08 12:40:02 main.go:103: v5.0.2 (abc 2025-06-08, linux/amd64)").Version);
        Assert.Equal(SmtpReplyClass.ClientSide, Entry("2025/05/08 12:40:02 manager.go:386: error sending message 'x': dial tcp: connect: connection refused").Reply!.Class);
    }

    [Theory]
    [InlineData("GET http://lists.example.org/subscription/optin/3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01?l=3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c02 200", "3a7d1c52")]
    [InlineData("error confirming https://lists.example.org/subscription/00000000-0000-0000-0000-000000000000/3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01?manage=true", "3a7d1c52")]
    [InlineData("postgres://listmonk:hush-hush@db:5432/listmonk: connection refused", "hush-hush")]
    [InlineData("Authorization: token operator:hush-hush", "hush-hush")]
    [InlineData("authorization=Bearer hush-hush", "hush-hush")]
    [InlineData("AUTH PLAIN AGh1c2gtaHVzaA==", "AGh1c2g")]
    [InlineData("GET /api?access_token=hush-hush&x=1", "hush-hush")]
    [InlineData("dsn: host=db password=hush-hush user=u", "hush-hush")]
    [InlineData("""{"smtp_password": "hush-hush"}""", "hush-hush")]
    [InlineData("x-api-key: hush-hush", "hush-hush")]
    public void No_secret_and_no_confirm_link_passes(string message, string secret)
    {
        LogEntry entry = Entry("2025/05/08 12:40:02 x.go:1: " + message);
        Assert.DoesNotContain(secret, entry.Message, StringComparison.Ordinal);
        Assert.Contains("\u2022", entry.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("535 5.7.8 password is wrong")]
    [InlineData("Username and Password not accepted")]
    [InlineData("invalid API credentials; token expired")]
    public void Words_about_passwords_stay(string words) => Assert.Contains(words, Entry("2025/05/08 12:40:02 x.go:1: " + words).Message, StringComparison.Ordinal);

    [Fact]
    public void Nothing_that_a_terminal_obeys_passes()
    {
        LogEntry entry = Entry("2025/05/08 12:40:02 x.go:1: a\u001b[2Jb\u202Ec\0d");
        Assert.DoesNotMatch("[\\x00-\\x1F\u202E]", entry.Message);
    }

    [Fact]
    public async Task A_reply_of_several_lines_and_a_stack_are_one_entry_each()
    {
        string[] lines =
        [
            "2025/05/08 12:40:02 manager.go:386: error sending message 'Confirm subscription': 550-5.7.1 [192.0.2.1] Our system has detected",
            "5.7.1 that this message is likely unsolicited mail.",
            "panic: runtime error: invalid memory address",
            "",
            "goroutine 1 [running]:",
            "2025/05/08 12:40:05 main.go:103: v3.0.0 (abc 2024, linux/amd64)",
        ];
        List<LogEntry> entries = [];
        await foreach (LogEntry entry in new ServerEvents(Lines(), LogSource.File, "x").ReadAsync(Raw(lines), false, TestContext.Current.CancellationToken))
            entries.Add(entry);
        Assert.Equal([LogClass.SmtpFailure, LogClass.Panic, LogClass.Start], entries.Select(entry => entry.Class));
        Assert.Contains(@"detected\n5.7.1 that", entries[0].Message, StringComparison.Ordinal);
        Assert.Equal(entries[0].Reply!.Class, new ReplyClassifier().Classify(entries[0].Message).Class);
    }

    private static async IAsyncEnumerable<RawLine> Raw(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            yield return await Task.FromResult(new RawLine(line, null));
    }

    private static ServerLines Lines() => new(new ReplyClassifier(), TimeZoneInfo.CreateCustomTimeZone("t", TimeSpan.FromHours(2), "t", "t"), ["Confirm subscription"]);

    private static LogEntry Entry(string line) => Lines().EntryOf(ServerLine.Of(line), [], null, LogSource.Api, "x");
}
