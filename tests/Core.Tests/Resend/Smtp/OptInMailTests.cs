using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.TestBench.Smtp;
using MimeKit;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>The mail as the server gets it.</summary>
public sealed class OptInMailTests
{
    private const string Confirm = "https://lists.example.org/subscription/optin/00001267-0000-4000-8000-000000000001?l=11111111-0000-4000-8000-000000000001&l=22222222-0000-4000-8000-000000000002";
    private const string Manage = "https://lists.example.org/subscription/00000000-0000-0000-0000-000000000000/00001267-0000-4000-8000-000000000001?manage=true";

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_has_the_link_in_both_parts_and_the_headers_of_listmonk()
    {
        (MimeMessage mail, string[] envelope) = await SendAsync();
        Assert.Equal("Please confirm your subscription", mail.Subject);
        Assert.Equal("\"News\" <news@example.org>", mail.From.ToString());
        Assert.Equal("\"Anna Berg\" <anna.b@example.org>", mail.To.ToString());
        Assert.Contains(Confirm + "\n", mail.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"href=\"{Confirm.Replace("&", "&amp;", StringComparison.Ordinal)}\"", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Weekly, a list that is not public", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", mail.ToString(), StringComparison.Ordinal);
        Assert.Contains("Hello Anna,", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("00001267-0000-4000-8000-000000000001", mail.Headers["X-Listmonk-Subscriber"]);
        Assert.Equal($"<{Manage}>", mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribePost]); // B7
        Assert.Equal(["MAIL FROM:<news@example.org>", "RCPT TO:<anna.b@example.org>"], envelope.Select(line => line.Split(" SIZE")[0].Split(" BODY")[0]));
    }

    [Fact]
    public async Task The_Message_ID_is_the_same_for_a_person_and_a_run_and_another_for_another()
    {
        string first = (await SendAsync()).Mail.MessageId!;
        Assert.EndsWith("@example.org", first, StringComparison.Ordinal);
        Assert.Equal(first, (await SendAsync()).Mail.MessageId);
        Assert.NotEqual(first, (await SendAsync(run: "r2")).Mail.MessageId);
        Assert.NotEqual(first, (await SendAsync(email: "bob@example.org", id: 4712)).Mail.MessageId);
    }

    [Fact]
    public async Task Headers_of_the_block_are_added_and_Return_Path_and_copies_go_into_the_envelope()
    {
        SenderIdentity identity = SenderBench.Identity with
        {
            HasUnsubscribeHeader = false,
            HasListmonkHeaders = false,
            Headers = new BlockHeaders(
                [new Header("X-Campaign", "opt-in"), new Header("Cc", "archive@example.org")], new MailboxAddress("", "bounces@example.org"),
                [new MailboxAddress("", "archive@example.org"), new MailboxAddress("", "hidden@example.org")]),
        };
        (MimeMessage mail, string[] envelope) = await SendAsync(identity);
        Assert.Equal("opt-in", mail.Headers["X-Campaign"]);
        Assert.Equal("archive@example.org", mail.Cc.ToString());
        Assert.DoesNotContain("hidden@", mail.ToString(), StringComparison.Ordinal);
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Null(mail.Headers["X-Listmonk-Subscriber"]);
        Assert.StartsWith("MAIL FROM:<bounces@example.org>", envelope[0], StringComparison.Ordinal);
        Assert.Equal(["RCPT TO:<anna.b@example.org>", "RCPT TO:<archive@example.org>", "RCPT TO:<hidden@example.org>"], envelope[1..]);
    }

    [Fact]
    public async Task A_rehearsal_goes_to_one_address_and_its_link_confirms_nobody()
    {
        SenderIdentity copying = SenderBench.Identity with { Headers = new BlockHeaders([], null, [new MailboxAddress("", "archive@example.org")]) };
        (MimeMessage mail, string[] envelope) = await SendAsync(copying, redirectTo: "me@example.net");
        Assert.Equal("me@example.net", mail.To.ToString());
        Assert.Equal(["RCPT TO:<me@example.net>"], envelope[1..]);
        Assert.DoesNotContain(SenderBench.Anna.Uuid.ToString(), mail.ToString(), StringComparison.Ordinal);
        Assert.Contains("/subscription/optin/00000000-0000-0000-0000-000000000000?l=", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna\r\nBcc: all@example.org")]
    [InlineData("Anna\nSubject: other")]
    [InlineData("=?utf-8?q?Anna=0D=0ABcc=3A_all=40example.org?=")]
    [InlineData("<script>alert(1)</script> & \"x\"")]
    [InlineData("\u5F20\u4F1F\u202Egpj\0")]
    [InlineData("a\"b\\c, d@e")]
    public async Task No_name_makes_a_header_field_or_markup(string name)
    {
        (MimeMessage mail, string[] envelope) = await SendAsync(name: name, identity: SenderBench.Identity);
        Assert.Equal(2, envelope.Length);
        Assert.Empty(mail.Bcc);
        Assert.Single(mail.To.Mailboxes);
        Assert.Equal("anna.b@example.org", mail.To.Mailboxes.Single().Address);
        Assert.Single(mail.Headers, header => header.Id == HeaderId.Subject);
        Assert.DoesNotContain("<script", mail.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotContain("\\u{", mail.TextBody + mail.HtmlBody, StringComparison.Ordinal); // a reader is no programmer
        Assert.DoesNotContain(mail.To.Mailboxes.Single().Name!, char.IsControl);
        Assert.DoesNotContain('\u202E', mail.TextBody!);
    }

    [Theory]
    [InlineData("anna@example.org\r\nRCPT TO:<all@example.org>")]
    [InlineData("anna example@example.org")]
    [InlineData("a@example.org, b@example.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("no-at-sign")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_given_up_and_never_reaches_the_server(string email)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        SendOutcome outcome = await sender.SendAsync(SenderBench.Person(1, email, "x"), Test);
        Assert.Equal((OptInResendState.GaveUp, SmtpReplyClass.ClientSide), (outcome.State, outcome.Class));
        Assert.Equal(0, server.Record.Connections);
    }

    [Fact]
    public async Task A_name_with_marks_of_HTML_stands_in_the_HTML_part_as_it_was_written()
    {
        (MimeMessage mail, _) = await SendAsync(name: "<b>&\"O'Neil\"</b>");
        Assert.Contains("Hello &lt;b&gt;&amp;&quot;O&#39;Neil&quot;&lt;/b&gt;,", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Hello <b>&\"O'Neil\"</b>,", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna\r\nBerg", "Anna Berg")]
    [InlineData("  Anna\t \u2028 Berg\r", "Anna Berg")]
    [InlineData("\u202EAnna\u200F Berg\uD800", "Anna Berg")]
    [InlineData("Zażółć Gęślą", "Zażółć Gęślą")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")] // the joiner is part of the word
    public async Task A_name_comes_in_one_line(string name, string shown)
    {
        (MimeMessage mail, _) = await SendAsync(name: name);
        Assert.Equal(shown, mail.To.Mailboxes.Single().Name);
        Assert.Contains($"Hello {shown.Split(' ')[0]},", mail.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\u00DC")]
    [InlineData("\U0001F600")]
    public async Task A_name_as_long_as_a_book_is_cut(string letter)
    {
        (MimeMessage mail, _) = await SendAsync(name: string.Concat(Enumerable.Repeat(letter, 100_000)));
        Assert.Equal(string.Concat(Enumerable.Repeat(letter, 200)) + "\u2026", mail.To.Mailboxes.Single().Name);
        Assert.InRange(mail.TextBody!.Length, 500, 2000);
        Assert.DoesNotContain(mail.ToString().Split('\n'), line => line.Length > 998); // RFC 5322 section 2.1.1
    }

    [Fact]
    public async Task It_says_that_a_machine_sent_it_so_that_no_machine_answers()
    {
        Assert.Equal("auto-generated", (await SendAsync()).Mail.Headers[HeaderId.AutoSubmitted]);
        SenderIdentity own = SenderBench.Identity with
        {
            Headers = new BlockHeaders([new Header("auto-submitted", "no"), new Header("List-Unsubscribe", "<mailto:leave@example.org>")], null, []),
        };
        (MimeMessage mail, _) = await SendAsync(own);
        Assert.Equal("no", Assert.Single(mail.Headers, header => header.Id == HeaderId.AutoSubmitted).Value);
        Assert.Equal("<mailto:leave@example.org>", Assert.Single(mail.Headers, header => header.Id == HeaderId.ListUnsubscribe).Value); // RFC 2369 allows one
    }

    [Theory]
    [InlineData("anna@b\u00FCcher.example", "anna@xn--bcher-kva.example")]
    [InlineData("anna@xn--bcher-kva.example", "anna@xn--bcher-kva.example")]
    [InlineData("Anna@Example.ORG", "Anna@Example.ORG")]
    [InlineData("\"anna b\"@example.org", "\"anna b\"@example.org")]
    [InlineData("\"a\\\"b>\"@example.org", "\"a\\\"b>\"@example.org")]
    [InlineData("o'neil+tag@example.org", "o'neil+tag@example.org")]
    public async Task Every_address_that_RFC_5321_allows_is_mailed(string email, string told)
    {
        (MimeMessage mail, string[] envelope) = await SendAsync(email: email);
        Assert.Equal($"RCPT TO:<{told}>", envelope[1]);
        Assert.Equal(told, mail.To.Mailboxes.Single().GetAddress(idnEncode: true));
    }

    [Fact]
    public async Task The_headers_of_a_sender_with_an_international_domain_are_ASCII()
    {
        (MimeMessage mail, string[] envelope) = await SendAsync(SenderBench.Identity with { From = new MailboxAddress("B\u00FCcher", "news@b\u00FCcher.example") });
        Assert.EndsWith("@xn--bcher-kva.example", mail.MessageId, StringComparison.Ordinal);
        Assert.StartsWith("MAIL FROM:<news@xn--bcher-kva.example>", envelope[0], StringComparison.Ordinal);
        Assert.All(mail.Headers, header => Assert.All(header.RawValue, one => Assert.InRange(one, 0, 127)));
    }

    [Fact]
    public async Task Letters_beyond_ASCII_before_the_at_sign_go_to_a_server_with_SMTPUTF8_alone()
    {
        const string Email = "\u00E4nna@example.org";
        (MimeMessage mail, string[] envelope) = await SendAsync(email: Email, script: new SmtpScript { Offers = ["SMTPUTF8"] });
        Assert.Contains(" SMTPUTF8", envelope[0], StringComparison.Ordinal);
        Assert.Equal($"RCPT TO:<{Email}>", envelope[1]);
        Assert.Equal(Email, mail.To.Mailboxes.Single().Address);

        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        SendOutcome outcome = await sender.SendAsync(SenderBench.Person(1, Email, "x"), Test);
        Assert.Equal((OptInResendState.GaveUp, SmtpReplyClass.ClientSide), (outcome.State, outcome.Class));
        Assert.Contains("SMTPUTF8", outcome.ReplyText, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Record.Lines, line => line.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Equal(OptInResendState.Sent, (await sender.SendAsync(SenderBench.Anna, Test)).State);
        Assert.Equal(1, server.Record.Connections); // it is still good for others
    }

    private static async Task<(MimeMessage Mail, string[] Envelope)> SendAsync(
        SenderIdentity? identity = null, string? redirectTo = null, string email = "anna.b@example.org", string name = "Anna Berg", int id = 4711, string run = "r1",
        SmtpScript? script = null)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(script ?? new SmtpScript());
        await using (SmtpOptInSender sender = SenderBench.Sender(server, identity, redirectTo, run: run))
        {
            SendOutcome outcome = await sender.SendAsync(SenderBench.Person(id, email, name), Test);
            Assert.Equal((OptInResendState.Sent, SmtpReplyClass.Accepted, 250), (outcome.State, outcome.Class, outcome.ReplyCode));
        }

        string[] envelope = [.. server.Record.Lines.Where(line => line.StartsWith("MAIL ", StringComparison.Ordinal) || line.StartsWith("RCPT ", StringComparison.Ordinal))];
        return (SenderBench.Parse(Assert.Single(server.Record.Messages)), envelope);
    }
}
