using System.Diagnostics;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Replies.Reading;

namespace ListmonkPS.Core.Tests.Mail.Replies;

public sealed class ReplyReaderTests
{
    public static TheoryData<string, int?, string?, string, SmtpStageName?> Texts => new()
    {
        { "550 5.1.1 No such user", 550, "5.1.1", "No such user", null },
        { "550-5.7.26 This mail has been blocked\r\n550-5.7.26 because the sender is\r\n550 5.7.26 unauthenticated. 4e-1 - gsmtp", 550, "5.7.26", "This mail has been blocked because the sender is unauthenticated. 4e-1 - gsmtp", null },
        { "550-The server refus\n550-es words that ar\n550-e cut anywhere i\n550 n them", 550, null, "The server refuses words that are cut anywhere in them", null },
        { "said: 550-5.7.1 Our system has 550-5.7.1 detected 550 5.7.1 spam (in reply to end of DATA command)", 550, "5.7.1", "Our system has detected spam", SmtpStageName.Data },
        { "553 sorry, that domain isn't allowed (#5.7.1)", 553, "5.7.1", "sorry, that domain isn't allowed (#5.7.1)", null },
        { "2025/02/03 23:59:59.123456 subscribers.go:500: error sending opt-in e-mail for subscriber 7 (0a1b2c3d): 535 5.7.8 Error: a\n5.7.8 b", 535, "5.7.8", "Error: a b", null },
        { "Apr 14 10:25:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 5.7.1 <a@example.net>: Relay access denied; from=<b@example.org> to=<a@example.net> proto=ESMTP helo=<x>", 554, "5.7.1", "<a@example.net>: Relay access denied", SmtpStageName.RcptTo },
        { "Apr 14 10:25:00 mx postfix/smtp[12]: 4E7: to=<a@b.example>, relay=mx.b.example[192.0.2.1]:25, delay=1, dsn=4.7.1, status=deferred (host mx.b.example[192.0.2.1] said: 451 later (in reply to RCPT TO command))", 451, "4.7.1", "later", SmtpStageName.RcptTo },
        { "2026-04-14 10:25:00 1tAbCd-0001Ab-2c == a@b.example R=dnslookup T=remote_smtp defer (-44) H=mx.b.example [192.0.2.1]: SMTP error from remote mail server after MAIL FROM:<x@y.example>: 450-one\\n450 two", 450, null, "one two", SmtpStageName.MailFrom },
        { "... while talking to mx.b.example.:\n>>> RCPT To:<a@b.example>\n<<< 550 5.1.1 <a@b.example>... User unknown\n550 5.1.1 <a@b.example>... User unknown", 550, "5.1.1", "<a@b.example>... User unknown", SmtpStageName.RcptTo },
        { "Final-Recipient: rfc822; a@b.example\nStatus: 5.2.2\nDiagnostic-Code: X-Postfix; host mx.b.example[192.0.2.1]\n    said: 552 mailbox\n    full (in reply to RCPT TO command)\n", 552, "5.2.2", "mailbox full", SmtpStageName.RcptTo },
        { "smtplib.SMTPAuthenticationError: (535, b'5.7.8 Username and Password not accepted')", 535, "5.7.8", "Username and Password not accepted", null },
        { "{\"message\":\"Error: 535 5.7.0 Invalid login or password\"}", 535, "5.7.0", "Invalid login or password", null },
        { "Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", 550, "5.1.10", "RESOLVER.ADR.RecipientNotFound'", null },
        { "220 mx.example.net ESMTP\n250 OK\n550 5.7.1 Relaying denied\n503 5.5.1 nested MAIL", 550, "5.7.1", "Relaying denied", null },
        { "dial tcp 192.0.2.1:587: i/o timeout", null, null, "dial tcp 192.0.2.1:587: i/o timeout", null },
        { "we sold 550 books to 450 people", null, null, "we sold 550 books to 450 people", null },
        { "", null, null, "", null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Code_enhanced_code_words_and_step_are_found(string text, int? code, string? enhanced, string words, SmtpStageName? stage)
    {
        ReadReply reply = ReplyReader.Read(text);

        Assert.Equal((code, enhanced, words, stage), (reply.Code, reply.Enhanced?.ToString(), reply.Text, reply.Stage));
    }

    [Fact]
    public void No_text_is_too_odd_or_too_long()
    {
        ReplyClassifier classifier = new();
        Random random = new(4711);
        string[] bits = ["550", "-", " ", "5.7.1", "\n", "\r", "\0", "\u001b[31m", "said: ", "status=bounced (", ")", "'", "': ", "<", ">", "@", ".", ":", "\ud800", "é", "邮", "\\n", "=\n", "(in reply to ", "Diagnostic-Code: smtp; ", "2025/01/01 00:00:00 ", "quota", "user unknown"];
        Stopwatch watch = Stopwatch.StartNew();
        for (int run = 0; run < 500; run++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => bits[random.Next(bits.Length)]));
            Assert.True(Enum.IsDefined(classifier.Classify(text).Class));
        }

        foreach (string bit in bits)
            Assert.NotNull(classifier.Classify("550 " + string.Concat(Enumerable.Repeat(bit, 200_000 / bit.Length))).Text);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromMinutes(3));
    }
}
