using System.Net.Sockets;
using System.Text;
using ListmonkPS.TestBench.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ListmonkPS.Core.Tests.TestBench.Mail;

public sealed class MailSinkTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_is_kept_with_envelope_bytes_and_meaning()
    {
        await using MailSink sink = await MailSink.StartAsync(ct: Cancel);
        Task<ReceivedMail> coming = sink.WaitForAsync(mail => mail.Message.Subject == "Gr\u00fc\u00dfe", Timeout, Cancel);

        await SendAsync(sink, "reader@example.org");
        ReceivedMail mail = await coming;

        Assert.Equal(("sender@example.org", "reader@example.org", null), (mail.From, Assert.Single(mail.To), mail.User));
        Assert.Equal("Hello\n.\nthere", mail.Text.ReplaceLineEndings("\n").TrimEnd());
        Assert.Contains("MIME-Version: 1.0", Encoding.ASCII.GetString(mail.Raw.Span), StringComparison.Ordinal);
        Assert.Same(mail, await sink.WaitForAsync(_ => true, TimeSpan.Zero, Cancel));
    }

    [Fact]
    public async Task A_wait_for_what_does_not_come_ends()
    {
        await using MailSink sink = await MailSink.StartAsync(ct: Cancel);
        await Assert.ThrowsAsync<TimeoutException>(() => sink.WaitForAsync(_ => true, TimeSpan.FromMilliseconds(20), Cancel));
    }

    [Fact]
    public async Task With_a_user_only_the_right_password_lets_mail_in()
    {
        await using MailSink sink = await MailSink.StartAsync("mailer", "right", ct: Cancel);

        await Assert.ThrowsAsync<ServiceNotAuthenticatedException>(() => SendAsync(sink, "reader@example.org"));
        await Assert.ThrowsAsync<AuthenticationException>(() => SendAsync(sink, "reader@example.org", new SaslMechanismPlain("mailer", "wrong")));
        await SendAsync(sink, "reader@example.org", new SaslMechanismLogin("mailer", "right"));

        Assert.Equal("mailer", Assert.Single(sink.Received).User);
    }

    [Theory]
    [InlineData(SinkStage.MailFrom, SmtpErrorCode.SenderNotAccepted)]
    [InlineData(SinkStage.RcptTo, SmtpErrorCode.RecipientNotAccepted)]
    [InlineData(SinkStage.Data, SmtpErrorCode.MessageNotAccepted)]
    public async Task It_refuses_where_it_is_told_to_and_accepts_again(SinkStage stage, SmtpErrorCode error)
    {
        await using MailSink sink = await MailSink.StartAsync(ct: Cancel);
        sink.Refuse(new SinkRefusal(452, "4.2.2 mailbox full", stage));

        SmtpCommandException refused = await Assert.ThrowsAsync<SmtpCommandException>(() => SendAsync(sink, "reader@example.org"));
        sink.Refuse(null);
        await SendAsync(sink, "reader@example.org");

        Assert.Equal((452, "4.2.2 mailbox full", error), ((int)refused.StatusCode, refused.Message, refused.ErrorCode));
        Assert.Single(sink.Received);
    }

    [Fact]
    public async Task Stopped_it_refuses_connections_and_comes_back_on_its_port()
    {
        await using MailSink sink = await MailSink.StartAsync(ct: Cancel);
        int port = sink.Port;
        await SendAsync(sink, "first@example.org");

        await sink.StopAsync();
        await Assert.ThrowsAsync<SocketException>(() => SendAsync(sink, "lost@example.org"));
        await sink.StartAsync(Cancel);
        await SendAsync(sink, "second@example.org");

        Assert.Equal(port, sink.Port);
        Assert.Equal(["first@example.org", "second@example.org"], sink.Received.SelectMany(mail => mail.To));
        sink.Clear();
        Assert.Empty(sink.Received);
    }

    [Fact]
    public async Task An_address_beyond_ascii_arrives_as_it_is()
    {
        await using MailSink sink = await MailSink.StartAsync(ct: Cancel);

        await SendAsync(sink, "\u043e\u043b\u044c\u0433\u0430@example.org");

        Assert.Equal("\u043e\u043b\u044c\u0433\u0430@example.org", Assert.Single(Assert.Single(sink.Received).To));
    }

    private static async Task SendAsync(MailSink sink, string to, SaslMechanism? login = null)
    {
        MimeMessage message = new() { Subject = "Gr\u00fc\u00dfe", Body = new TextPart("plain") { Text = "Hello\r\n.\r\nthere" } };
        message.From.Add(MailboxAddress.Parse("sender@example.org"));
        message.To.Add(MailboxAddress.Parse(to));
        using SmtpClient client = new();
        await client.ConnectAsync(sink.Host, sink.Port, SecureSocketOptions.None, Cancel);
        if (login is not null)
            await client.AuthenticateAsync(login, Cancel);
        await client.SendAsync(message, Cancel);
        await client.DisconnectAsync(quit: true, Cancel);
    }
}
