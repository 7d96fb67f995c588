using ListmonkPS.Core.Evidence.Logs.Relay;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Smtp.Real;

namespace ListmonkPS.Core.Tests.Evidence.Logs;

/// <summary>Mails followed through the logs of relays: of a real Postfix, and of lines as the facts have them.</summary>
public sealed class RelayLogTests(RealMailServerFixture fixture) : IClassFixture<RealMailServerFixture>
{
    private static readonly DateTimeOffset Now = new(2025, 5, 8, 18, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_mail_through_a_real_Postfix_is_followed_to_its_end()
    {
        RealMailServer server = fixture.Server;
        await Talk.RunAsync(new SmtpTarget
        {
            Server = "127.0.0.1",
            Port = server.Ports.Implicit,
            Tls = SmtpTlsMode.Implicit,
            Authorities = server.Authorities,
            Secret = new AuthSecret(server.User, server.Password),
            HelloName = "lists.example.org",
            From = server.User,
            To = "followed@example.net",
            Send = true,
            Timeout = Talk.Bound,
        });
        await Eventually.HoldsAsync("the mail is gone", () => server.Log.Contains(": removed", StringComparison.Ordinal));
        IReadOnlyList<LogEntry> entries = await ReadAsync(TimeProvider.System.GetUtcNow(), TimeZoneInfo.Local, server.Log.Split('\n'));
        LogEntry sent = Assert.Single(entries, entry => entry.Recipient == "followed@example.net");
        Assert.Equal((LogClass.MailSent, server.User, true, 1), (sent.Class, sent.Sender, sent.IsFinal, sent.Attempts));
        Assert.NotNull(sent.MessageId);
        Assert.Single(sent.QueueId);
        Assert.InRange(TimeProvider.System.GetUtcNow() - sent.Time!.Value, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task Deferred_tries_content_filter_and_refusals_of_Postfix_are_told()
    {
        IReadOnlyList<LogEntry> entries = await ReadAsync(
            Now, TimeZoneInfo.Utc,
            "May  8 17:40:01 mx postfix/smtpd[11]: 4E7A11F2: client=app[172.18.0.3], sasl_method=PLAIN, sasl_username=news@example.org",
            "May  8 17:40:01 mx postfix/cleanup[12]: 4E7A11F2: message-id=<abc@lists.example.org>",
            "May  8 17:40:01 mx postfix/qmgr[13]: 4E7A11F2: from=<news@example.org>, size=4711, nrcpt=1 (queue active)",
            "May  8 17:40:02 mx postfix/smtp[14]: 4E7A11F2: to=<a@b.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0.1/0/0.2/0.7, dsn=2.0.0, status=sent (250 2.0.0 from MTA: 250 2.0.0 Ok: queued as 5B8C22D3)",
            "May  8 17:40:02 mx postfix/qmgr[13]: 4E7A11F2: removed",
            "2025-05-08T17:41:02.123456+02:00 mx postfix-out/smtp[15]: 5B8C22D3: to=<a@b.example>, relay=mx.b.example[192.0.2.9]:25, delay=61, dsn=4.2.0, status=deferred (host mx.b.example[192.0.2.9] said: 451 4.7.1 Greylisted, try again (in reply to RCPT TO command))",
            "May  8 17:51:02 mx postfix/smtp[15]: 5B8C22D3: to=<a@b.example>, relay=mx.b.example[192.0.2.9]:25, delay=661, dsn=5.1.1, status=bounced (host mx.b.example[192.0.2.9] said: 550 5.1.1 User unknown (in reply to RCPT TO command))",
            "May  8 17:52:00 mx postfix/smtpd[16]: NOQUEUE: reject: RCPT from app[172.18.0.3]: 554 5.7.1 <c@d.example>: Relay access denied; from=<news@example.org> to=<c@d.example> proto=ESMTP helo=<localhost>",
            "May  8 17:53:00 mx postfix/qmgr[13]: 6C9D33E4: from=<news@example.org>, size=1, nrcpt=1 (queue active)",
            "Dec 31 23:59:59 mx postfix/smtp[15]: 7DAE44F5: to=<e@f.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to f.example[192.0.2.1]:25: Connection timed out)");
        Assert.Equal(
            [LogClass.MailSent, LogClass.MailDeferred, LogClass.MailBounced, LogClass.MailRejected, LogClass.MailDeferred, LogClass.MailQueued],
            entries.Select(entry => entry.Class));
        Assert.Equal([false, false, true, true, false, false], entries.Select(entry => entry.IsFinal));
        Assert.Equal(("4E7A11F2; 5B8C22D3", "<abc@lists.example.org>", "news@example.org", 2), (entries[2].QueueId.ToString(), entries[2].MessageId, entries[2].Sender, entries[2].Attempts));
        Assert.Equal(new DateTimeOffset(2025, 5, 8, 15, 41, 2, TimeSpan.Zero), entries[1].Time!.Value.AddTicks(-entries[1].Time!.Value.Ticks % TimeSpan.TicksPerSecond));
        Assert.Equal([false, true], [entries[0].HasZone, entries[1].HasZone]);
        Assert.Equal([SmtpReplyClass.Greylist, SmtpReplyClass.MailboxUnknown, SmtpReplyClass.RelayDenied], entries.Skip(1).Take(3).Select(entry => entry.Reply!.Class));
        Assert.Equal(2024, entries[4].Time!.Value.Year); // a stamp without a year is of the last twelve months
    }

    [Fact]
    public async Task Mails_of_Exim_are_followed_too()
    {
        IReadOnlyList<LogEntry> entries = await ReadAsync(
            Now, TimeZoneInfo.Utc,
            "2025-05-08 17:40:01 1uCdEf-0001Ab-2C <= news@example.org H=app (localhost) [172.18.0.3] P=esmtpsa A=plain:news S=4711 id=abc@lists.example.org",
            "2025-05-08 17:40:03 1uCdEf-0001Ab-2C == a@b.example R=dnslookup T=remote_smtp defer (-44) H=mx.b.example [192.0.2.9]: SMTP error from remote mail server after RCPT TO:<a@b.example>: 451 4.7.1 Greylisted",
            "2025-05-08 17:50:03.123 +0200 [4711] 1uCdEf-0001Ab-2C => a <a@b.example> R=dnslookup T=remote_smtp H=mx.b.example [192.0.2.9] C=\"250 OK\"",
            "2025-05-08 17:50:03 1uCdEf-0001Ab-2C Completed",
            "2025-05-08 17:51:00 1uCdEf-00000001AbC-2DeF <= news@example.org P=esmtp S=1",
            "2025-05-08 17:51:01 1uCdEf-00000001AbC-2DeF ** x@y.example R=dnslookup T=remote_smtp: SMTP error from remote mail server after RCPT TO:<x@y.example>: 550 5.1.1 User unknown",
            "2025-05-08 17:52:00 H=app (localhost) [172.18.0.3] F=<news@example.org> rejected RCPT <c@d.example>: relay not permitted");
        Assert.Equal([LogClass.MailDeferred, LogClass.MailSent, LogClass.MailBounced, LogClass.MailRejected], entries.Select(entry => entry.Class));
        Assert.Equal(("a@b.example", "abc@lists.example.org", 2, true), (entries[1].Recipient, entries[1].MessageId, entries[1].Attempts, entries[1].HasZone));
        Assert.Equal(("c@d.example", "news@example.org"), (entries[3].Recipient, entries[3].Sender));
    }

    [Fact]
    public async Task Foreign_lines_are_passed_over() => Assert.Empty(await ReadAsync(
        Now, TimeZoneInfo.Utc, "", "hello", "May  8 17:40:01 mx sshd[1]: Accepted", "2025/05/08 12:00:00 main.go:1: x", "Feb 30 17:40:01 mx postfix/smtp[1]: zzz", new string('x', 100_000)));

    private static async Task<IReadOnlyList<LogEntry>> ReadAsync(DateTimeOffset now, TimeZoneInfo zone, params string[] lines)
    {
        List<LogEntry> entries = [];
        await foreach (LogEntry entry in new RelayLog(new PostfixLines(zone, now), new EximLines(zone), new ReplyClassifier(), "mail.log").ReadAsync(Raw(lines), TestContext.Current.CancellationToken))
            entries.Add(entry);
        return entries;
    }

    private static async IAsyncEnumerable<RawLine> Raw(IEnumerable<string> lines)
    {
        foreach (string line in lines)
            yield return await Task.FromResult(new RawLine(line, null));
    }
}
