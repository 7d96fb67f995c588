using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Tests.Safety;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task TLS_to_a_port_that_begins_in_the_clear_is_proved_by_what_it_says()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good() });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.Implicit));

        Assert.Equal("Resolve Connect StartTls! Certificate- Banner- Hello- Auth- MailFrom- RcptTo-", Talk.Shape(test));
        Assert.Contains("220", test.ReplyText, StringComparison.Ordinal);
        Assert.Contains("STARTTLS", test.Remedy!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SmtpTlsMode.None)]
    [InlineData(SmtpTlsMode.StartTls)]
    public async Task Plain_to_a_TLS_port_is_proved_by_a_second_connection(SmtpTlsMode mode)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), IsImplicitTls = true });

        SmtpTest test = await Talk.RunWithoutGreetingAsync(Talk.Target(server, mode));

        Assert.Equal((CheckStatus.Fail, SmtpStageName.Banner, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.Contains("TLS from the first byte", test.ReplyText, StringComparison.Ordinal);
        Assert.Equal(2, server.Record.Connections);
    }

    [Fact]
    public async Task STARTTLS_that_is_not_offered_is_said_and_the_password_stays_here()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls));

        Assert.Equal("Resolve Connect Banner Hello StartTls! Certificate- Auth- MailFrom- RcptTo- Quit", Talk.Shape(test));
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth));
    }

    [Fact]
    public async Task What_is_put_in_after_STARTTLS_ends_the_conversation()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Certificate = _authority.Good(),
            Instead = SmtpScript.At(ScriptStep.StartTls, ScriptAnswer.Bytes("220 2.0.0 Ready\r\n250-evil\r\n250 AUTH PLAIN\r\n"u8.ToArray())),
        });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = _authority.Roots });

        Assert.Equal((CheckStatus.Fail, SmtpStageName.StartTls, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.Contains("put it in", test.ReplyText, StringComparison.Ordinal);
        Assert.Equal("STARTTLS", server.Record.Lines[^1]);
        Assert.DoesNotContain(test.Capabilities, line => line.Contains("evil", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("alert", "handshake_failure")]
    [InlineData("old", "protocol_version")]
    [InlineData("noise", "")]
    [InlineData("closed", "")]
    [InlineData("silent", "")]
    public async Task A_handshake_that_fails_ends_in_time(string fault, string words)
    {
        ScriptAnswer answer = fault switch
        {
            "alert" => ScriptAnswer.Bytes([0x15, 3, 3, 0, 2, 2, 40]) with { End = ScriptAnswer.Ending.Close },
            "old" => ScriptAnswer.Bytes([0x15, 3, 1, 0, 2, 2, 70]) with { End = ScriptAnswer.Ending.Close },
            "noise" => ScriptAnswer.Bytes(new byte[200]) with { End = ScriptAnswer.Ending.Close },
            "closed" => ScriptAnswer.Closed,
            _ => ScriptAnswer.Silent,
        };
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), Instead = SmtpScript.At(ScriptStep.Handshake, answer) });
        AwaitedTime time = new();
        Task<SmtpTest> talk = Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls), time: time);
        if (fault == "silent")
        {
            await Eventually.HoldsAsync("the server is at the handshake", () => server.Record.Count(ScriptStep.Handshake) == 1);
            time.Advance(Talk.Bound);
        }

        SmtpTest test = await talk.WaitAsync(Talk.Bound, TestContext.Current.CancellationToken);

        Assert.Equal((CheckStatus.Fail, SmtpStageName.StartTls, SmtpReplyClass.ClientSide), (test.Status, test.Stage, test.Class));
        Assert.Contains(words, test.ReplyText, StringComparison.Ordinal);
        Assert.StartsWith("Resolve Connect Banner Hello StartTls! Certificate- Auth-", Talk.Shape(test), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired", "ended on")]
    [InlineData("not yet", "valid only from")]
    [InlineData("other name", "not for 127.0.0.1")]
    [InlineData("no names", "no subject alternative names")]
    [InlineData("self-signed", "signed by itself")]
    [InlineData("unknown authority", "not trusted")]
    public async Task A_bad_certificate_is_named_the_offers_are_learned_and_no_password_leaves(string fault, string words)
    {
        using X509Certificate2 certificate = fault switch
        {
            "expired" => _authority.Expired(),
            "not yet" => _authority.NotYetValid(),
            "other name" => _authority.ForAnotherName(),
            "no names" => _authority.WithoutNames(),
            "self-signed" => TestAuthority.SelfSigned(),
            _ => _authority.Good(),
        };
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = certificate, AuthNeedsTls = true });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = fault == "unknown authority" ? [] : _authority.Roots });

        Assert.Equal("Resolve Connect Banner Hello StartTls Certificate! Hello Auth- MailFrom- RcptTo- Quit", Talk.Shape(test));
        Assert.Equal((CheckStatus.Fail, SmtpStageName.Certificate), (test.Status, test.Stage));
        Assert.Contains(words, test.ReplyText, StringComparison.Ordinal);
        Assert.Contains("PLAIN", test.Offered);
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth));
    }

    [Fact]
    public async Task With_the_check_off_a_bad_certificate_is_a_warning_and_the_rest_is_tried()
    {
        using X509Certificate2 certificate = TestAuthority.SelfSigned();
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = certificate });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { SkipCertificateCheck = true });

        Assert.Equal("Resolve Connect Banner Hello StartTls Certificate? Hello Auth MailFrom RcptTo Quit", Talk.Shape(test));
        Assert.Equal((CheckStatus.Warning, SmtpStageName.Certificate), (test.Status, test.Stage));
    }

    [Fact]
    public async Task A_certificate_that_ends_soon_is_a_warning()
    {
        using X509Certificate2 certificate = _authority.EndsSoon();
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = certificate });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = _authority.Roots });

        Assert.Equal((CheckStatus.Warning, SmtpStageName.Certificate), (test.Status, test.Stage));
        Assert.InRange(test.Certificate!.DaysLeft, 2, 3);
        Assert.Equal("ListmonkPS test authority", test.Certificate.Issuer);
        Assert.Contains("localhost", test.Certificate.Names);
        Assert.StartsWith("TLS 1.", test.Certificate.Protocol, StringComparison.Ordinal);
        Assert.StartsWith("TLS_", test.Certificate.CipherSuite, StringComparison.Ordinal);
    }
}
