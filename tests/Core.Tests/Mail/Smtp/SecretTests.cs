using System.Net;
using System.Net.Sockets;
using System.Text;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Mail.Smtp.Wire;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>The password is in nothing that is shown, whatever the server does with it.</summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData(SmtpAuthMechanism.Plain)]
    [InlineData(SmtpAuthMechanism.Login)]
    [InlineData(SmtpAuthMechanism.CramMd5)]
    public async Task A_server_that_repeats_what_it_was_sent_does_not_make_us_show_it(SmtpAuthMechanism mechanism)
    {
        const string Password = "correct horse battery";
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(turn => turn.Step == ScriptStep.LogIn
            ? ScriptAnswer.Say($"535-5.7.8 no: {turn.Line}\n535 5.7.8 wrong: {Password} {Base64(Password)} {Base64($"\0news@example.org\0{Password}")}")
            : null);

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Mechanism = mechanism });

        Assert.Equal(SmtpReplyClass.AuthFailed, test.Class);
        string shown = string.Join('\n', test.Transcript) + test.ReplyText + string.Join('\n', test.Stages.Select(stage => stage.Command + stage.ReplyText + stage.Summary));
        Assert.DoesNotContain(Password, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64(Password), shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Base64($"\0news@example.org\0{Password}"), shown, StringComparison.Ordinal);
        Assert.Contains("********", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpAuthMechanism.Plain, CheckStatus.Fail)]
    [InlineData(SmtpAuthMechanism.Login, CheckStatus.Skipped)]
    [InlineData(SmtpAuthMechanism.CramMd5, CheckStatus.Pass)]
    public async Task Over_a_network_in_the_clear_no_password_is_sent(SmtpAuthMechanism mechanism, CheckStatus status)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());
        using Dialogue dialogue = new(Talk.Target(server) with { Mechanism = mechanism }, TimeProvider.System);
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, server.Port, TestContext.Current.CancellationToken);
        dialogue.Open(new SmtpWire(socket, dialogue.Transcript));
        // As if the server were elsewhere.
        dialogue.Address = IPAddress.Parse("192.0.2.25");
        await dialogue.Wire.ReceiveAsync(TestContext.Current.CancellationToken);
        await HelloStage.RunAsync(dialogue, TestContext.Current.CancellationToken);

        StageOutcome outcome = await AuthStage.RunAsync(dialogue, TestContext.Current.CancellationToken);

        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == CheckStatus.Pass ? 1 : 0, server.Record.Count(ScriptStep.LogIn));
    }

    [Fact]
    public void A_secret_does_not_print_its_password()
    {
        Assert.DoesNotContain("hunter22", new AuthSecret("me", "hunter22").ToString(), StringComparison.Ordinal);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
