using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>Pairs that must not be mixed up (field cases, lesson 4), and what the step changes.</summary>
public sealed class ReplyTrapTests
{
    private readonly ReplyClassifier _classifier = new();

    [Theory]
    [InlineData("534 5.7.9 Application-specific password required", SmtpReplyClass.AuthFailed)]
    [InlineData("534 5.7.9 Authentication mechanism is too weak", SmtpReplyClass.AuthMechanism)]
    [InlineData("550 5.7.9 This mail has been blocked because the sender is unauthenticated", SmtpReplyClass.SenderUnauthorised)]
    [InlineData("535 5.7.8 Authentication failed", SmtpReplyClass.AuthFailed)]
    [InlineData("535 Authentication failed: Maximum credits exceeded", SmtpReplyClass.QuotaDaily)]
    [InlineData("550 Domain example.org has exceeded the max emails per hour", SmtpReplyClass.RateLimit)]
    [InlineData("550 unknown user", SmtpReplyClass.MailboxUnknown)]
    [InlineData("452 4.3.1 Insufficient system storage", SmtpReplyClass.TemporaryServer)]
    [InlineData("452 4.2.2 mailbox full", SmtpReplyClass.MailboxFull)]
    [InlineData("450 4.7.1 Client host [192.0.2.1] blocked, greylisting in action", SmtpReplyClass.Greylist)]
    [InlineData("450 4.7.1 Client host [192.0.2.1] blocked using bl.example.net", SmtpReplyClass.BlocklistedIp)]
    [InlineData("553 Relaying disallowed as noreply@example.org", SmtpReplyClass.SenderNotVerified)]
    [InlineData("553 5.7.1 <user@example.net>: Relaying disallowed", SmtpReplyClass.RelayDenied)]
    [InlineData("552 5.3.4 Message too large", SmtpReplyClass.Size)]
    [InlineData("552 Your account has been suspended", SmtpReplyClass.AccountSuspended)]
    [InlineData("454 4.7.0 TLS not available due to local problem", SmtpReplyClass.TemporaryServer)]
    [InlineData("454 4.7.1 <user@example.net>: Relay access denied", SmtpReplyClass.RelayDenied)]
    public void Likenesses_are_told_apart(string text, SmtpReplyClass wanted)
    {
        Assert.Equal(wanted, _classifier.Classify(text).Class);
    }

    [Fact]
    public void At_SES_the_identity_named_decides()
    {
        const string Text = "554 Message rejected: Email address is not verified. The following identities failed the check in region EU-WEST-1: news@example.org";

        Assert.Equal(SmtpReplyClass.SandboxRecipientNotVerified, _classifier.Classify(Text).Class);
        SmtpReply ofSender = _classifier.Classify(Text, new ReplyContext(Sender: "news@example.org"));
        Assert.Equal(SmtpReplyClass.SenderNotVerified, ofSender.Class);
        Assert.Contains("from_email", ofSender.Remedy.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpStageName.Auth, "502 Command not implemented", SmtpReplyClass.AuthMechanism)]
    [InlineData(SmtpStageName.Hello, "550 No", SmtpReplyClass.DnsPtr)]
    [InlineData(SmtpStageName.MailFrom, "550 No", SmtpReplyClass.SenderNotVerified)]
    [InlineData(SmtpStageName.RcptTo, "550 No", SmtpReplyClass.MailboxUnknown)]
    [InlineData(SmtpStageName.Data, "550 No", SmtpReplyClass.ContentRejected)]
    [InlineData(SmtpStageName.Banner, "554 No", SmtpReplyClass.BlocklistedIp)]
    public void The_step_decides_where_words_do_not(SmtpStageName stage, string text, SmtpReplyClass wanted)
    {
        SmtpReply reply = _classifier.Classify(text, new ReplyContext(stage));

        Assert.Equal(wanted, reply.Class);
        Assert.Equal(stage, reply.Stage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \r\n \t")]
    [InlineData("550 zxcvb qwerty asdf")]
    [InlineData("554 5.0.0 Kuulekaa tätä")]
    [InlineData("nothing of the kind")]
    [InlineData("550")]
    [InlineData("555-\r\n555-\r\n")]
    public void Unknown_text_keeps_its_words_and_is_not_sure(string text)
    {
        SmtpReply reply = _classifier.Classify(text);

        Assert.Equal(ReplyConfidence.Low, reply.Confidence);
        Assert.All(reply.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.NotEmpty(reply.Remedy.Text);
    }

    [Theory]
    [InlineData("550 5.1.1 <quota@greylist.example>: no such user", SmtpReplyClass.MailboxUnknown)]
    [InlineData("550 5.1.1 <spf.dmarc@relay.spam.example>: user unknown in dkim.relay.example", SmtpReplyClass.MailboxUnknown)]
    [InlineData("451 4.3.0 mx.rate-limit.example: temporary failure", SmtpReplyClass.TemporaryServer)]
    public void Addresses_and_hosts_are_not_words(string text, SmtpReplyClass wanted)
    {
        Assert.Equal(wanted, _classifier.Classify(text).Class);
    }
}
