using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>What the server refuses, step by step: the right step, the right meaning, and the steps that stay untested.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData(ScriptStep.Banner, "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example.net", SmtpStageName.Banner, SmtpReplyClass.BlocklistedIp, "Resolve Connect Banner! Hello- Auth- MailFrom- RcptTo- Quit")]
    [InlineData(ScriptStep.Banner, "421 4.7.0 too many connections from 192.0.2.1", SmtpStageName.Banner, SmtpReplyClass.ConnectionLimit, "Resolve Connect Banner! Hello- Auth- MailFrom- RcptTo- Quit")]
    [InlineData(ScriptStep.Hello, "550 5.7.1 Helo command rejected: need fully-qualified hostname", SmtpStageName.Hello, SmtpReplyClass.DnsPtr, "Resolve Connect Banner Hello! Auth- MailFrom- RcptTo- Quit")]
    [InlineData(ScriptStep.LogIn, "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6", SmtpStageName.Auth, SmtpReplyClass.AuthFailed, "Resolve Connect Banner Hello Auth! MailFrom- RcptTo- Quit")]
    [InlineData(ScriptStep.LogIn, "451 Authentication failed: Maximum credits exceeded", SmtpStageName.Auth, SmtpReplyClass.QuotaDaily, "Resolve Connect Banner Hello Auth! MailFrom- RcptTo- Quit")]
    [InlineData(ScriptStep.MailFrom, "553 5.7.1 Sender address rejected: not owned by user", SmtpStageName.MailFrom, SmtpReplyClass.SenderNotVerified, "Resolve Connect Banner Hello Auth MailFrom! RcptTo- Quit")]
    [InlineData(ScriptStep.MailFrom, "550 5.4.5 Daily user sending quota exceeded.", SmtpStageName.MailFrom, SmtpReplyClass.QuotaDaily, "Resolve Connect Banner Hello Auth MailFrom! RcptTo- Quit")]
    [InlineData(ScriptStep.RcptTo, "554 5.7.1 <news@example.org>: Relay access denied", SmtpStageName.RcptTo, SmtpReplyClass.RelayDenied, "Resolve Connect Banner Hello Auth MailFrom RcptTo! Quit")]
    [InlineData(ScriptStep.RcptTo, "450 4.2.0 Greylisted", SmtpStageName.RcptTo, SmtpReplyClass.Greylist, "Resolve Connect Banner Hello Auth MailFrom RcptTo! Quit")]
    public async Task The_step_and_its_meaning_are_named(ScriptStep step, string reply, SmtpStageName stage, SmtpReplyClass meaning, string shape)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal(shape, Talk.Shape(test));
        Assert.Equal((CheckStatus.Fail, stage, meaning), (test.Status, test.Stage, test.Class));
        Assert.Equal(int.Parse(reply[..3], System.Globalization.CultureInfo.InvariantCulture), test.ReplyCode);
        Assert.Contains(test.ReplyText, reply, StringComparison.Ordinal);
        Assert.NotEmpty(test.Remedy!.Text);
        Assert.True(server.Record.Count(ScriptStep.LogIn) <= 1);
    }

    [Theory]
    [InlineData(ScriptStep.Data, "554 5.7.1 only 10 messages per day", SmtpReplyClass.QuotaDaily)]
    [InlineData(ScriptStep.Message, "530 From/Sender name is not valid", SmtpReplyClass.SenderNotVerified)]
    public async Task What_is_refused_only_with_the_message_is_seen_only_when_one_is_sent(ScriptStep step, string reply, SmtpReplyClass meaning)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));

        Assert.Equal(CheckStatus.Pass, (await Talk.RunAsync(Talk.Target(server))).Status);
        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Send = true });

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Data, meaning), (test.Status, test.Stage, test.Class));
    }

    [Fact]
    public async Task That_the_senders_own_address_takes_no_mail_is_a_warning()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.RcptTo, "550 5.1.1 <news@example.org>: User unknown"));

        SmtpTest own = await Talk.RunAsync(Talk.Target(server));
        SmtpTest other = await Talk.RunAsync(Talk.Target(server) with { To = "me@example.net" });

        Assert.Equal((CheckStatus.Warning, SmtpReplyClass.MailboxUnknown), (own.Status, own.Class));
        Assert.EndsWith("RcptTo? Quit", Talk.Shape(own), StringComparison.Ordinal);
        Assert.Equal((CheckStatus.Fail, SmtpReplyClass.MailboxUnknown), (other.Status, other.Class));
    }

    [Fact]
    public async Task A_mechanism_that_is_not_offered_is_not_tried()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = ["PLAIN", "LOGIN"] });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Mechanism = SmtpAuthMechanism.CramMd5 });

        Assert.Equal((SmtpStageName.Auth, SmtpReplyClass.AuthMechanism), (test.Stage, test.Class));
        Assert.Contains("PLAIN, LOGIN", test.ReplyText, StringComparison.Ordinal);
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth));
    }

    [Fact]
    public async Task Where_no_log_in_is_offered_that_is_said()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = [] });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal((SmtpStageName.Auth, SmtpReplyClass.ClientSide), (test.Stage, test.Class));
    }

    [Fact]
    public async Task Questions_that_listmonk_does_not_understand_are_a_warning()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = ["LOGIN"], LoginQuestions = ("User Name\0", "Pass:") });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal((CheckStatus.Warning, SmtpStageName.Auth), (test.Status, test.Stage));
        Assert.Contains("plain", test.Remedy!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_second_connection_is_served()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            turn => turn is { Step: ScriptStep.Banner, Connection: 1 } ? ScriptAnswer.SayAndClose("421 4.3.2 Service not available, closing transmission channel") : null);

        SmtpTest first = await Talk.RunAsync(Talk.Target(server));
        SmtpTest second = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal((CheckStatus.Fail, SmtpReplyClass.TemporaryServer, RetryAdvice.Yes), (first.Status, first.Class, first.CanRetry));
        Assert.Equal(CheckStatus.Pass, second.Status);
    }
}
