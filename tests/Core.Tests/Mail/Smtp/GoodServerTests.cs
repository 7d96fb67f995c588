using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

public sealed class GoodServerTests : IDisposable
{
    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Theory]
    [InlineData(SmtpAuthMechanism.Plain)]
    [InlineData(SmtpAuthMechanism.Login)]
    [InlineData(SmtpAuthMechanism.CramMd5)]
    public async Task With_STARTTLS_every_step_passes(SmtpAuthMechanism mechanism)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), AuthNeedsTls = true });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Mechanism = mechanism, Authorities = _authority.Roots });

        Assert.Equal("Resolve Connect Banner Hello StartTls Certificate Hello Auth MailFrom RcptTo Quit", Talk.Shape(test));
        Assert.Equal((CheckStatus.Pass, SmtpStageName.Quit, SmtpReplyClass.Accepted), (test.Status, test.Stage, test.Class));
        Assert.Null(test.Remedy);
        Assert.Equal(1, server.Record.Count(ScriptStep.LogIn));
        Assert.All(server.Record.LinesInTheClear, line => Assert.DoesNotContain("AUTH", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task With_implicit_TLS_the_handshake_stands_before_the_banner()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), IsImplicitTls = true });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.Implicit) with { Authorities = _authority.Roots });

        Assert.Equal("Resolve Connect StartTls Certificate Banner Hello Auth MailFrom RcptTo Quit", Talk.Shape(test));
        Assert.Empty(server.Record.LinesInTheClear);
    }

    [Fact]
    public async Task In_the_clear_on_loopback_it_logs_in_too()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal("Resolve Connect Banner Hello Auth MailFrom RcptTo Quit", Talk.Shape(test));
        Assert.Equal(["PLAIN", "LOGIN", "CRAM-MD5"], test.Offered);
        Assert.Equal("127.0.0.1", test.Address);
    }

    [Fact]
    public async Task Without_a_log_in_configured_none_is_tried()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = [] });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Mechanism = SmtpAuthMechanism.None, Secret = null });

        Assert.Equal(CheckStatus.Pass, test.Status);
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth));
    }

    [Fact]
    public async Task Nothing_is_sent_unless_it_was_asked_for()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        await Talk.RunAsync(Talk.Target(server));

        Assert.Empty(server.Record.Messages);
        Assert.Equal(["RSET", "QUIT"], server.Record.Lines.TakeLast(2));
        Assert.DoesNotContain("DATA", server.Record.Lines);
    }

    [Fact]
    public async Task A_test_mail_is_sent_when_it_was_asked_for()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { To = "me@example.net", Send = true });

        Assert.Equal("Resolve Connect Banner Hello Auth MailFrom RcptTo Data Quit", Talk.Shape(test));
        string message = Assert.Single(server.Record.Messages);
        Assert.Contains("To: <me@example.net>", message, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <", message, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<me@example.net>", server.Record.Lines);
        Assert.Equal("QUIT", server.Record.Lines[^1]);
    }

    [Fact]
    public async Task Offers_in_the_clear_and_inside_TLS_are_kept_apart()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), AuthNeedsTls = true });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server, SmtpTlsMode.StartTls) with { Authorities = _authority.Roots });

        Assert.Contains("STARTTLS", test.CapabilitiesBeforeTls);
        Assert.DoesNotContain(test.CapabilitiesBeforeTls, line => line.StartsWith("AUTH", StringComparison.Ordinal));
        Assert.DoesNotContain("STARTTLS", test.Capabilities);
        Assert.Contains("AUTH PLAIN LOGIN CRAM-MD5", test.Capabilities);
    }

    [Fact]
    public async Task Without_a_password_it_stops_before_the_log_in_and_says_so()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Secret = null });

        Assert.Equal("Resolve Connect Banner Hello Auth- MailFrom- RcptTo- Quit", Talk.Shape(test));
        Assert.Equal((CheckStatus.Skipped, SmtpStageName.Auth), (test.Status, test.Stage));
        Assert.NotNull(test.Remedy);
    }

    [Fact]
    public async Task Every_step_has_its_time_and_the_whole_is_no_shorter()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.All(test.Stages, stage => Assert.True(stage.Duration > TimeSpan.Zero, stage.Name.ToString()));
        Assert.True(test.Duration >= test.Stages.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Duration));
    }

    [Fact]
    public async Task An_old_server_without_EHLO_is_greeted_by_HELO()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Mechanisms = [],
            Instead = turn => turn.Line.StartsWith("EHLO", StringComparison.Ordinal) ? ScriptAnswer.Say("502 5.5.1 Unknown command") : null,
        });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server) with { Mechanism = SmtpAuthMechanism.None });

        Assert.Equal(CheckStatus.Pass, test.Status);
        Assert.Equal("HELO lists.example.org", test.Stages.Single(stage => stage.Name == SmtpStageName.Hello).Command);
    }

    [Fact]
    public async Task Replies_byte_by_byte_and_words_that_are_not_UTF8_are_read_well()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Instead = turn => turn.Step switch
            {
                ScriptStep.Banner => ScriptAnswer.Drip("220 slow.example.org ESMTP", TimeSpan.FromMilliseconds(1)),
                ScriptStep.RcptTo => ScriptAnswer.Bytes([.. "250 2.1.5 f"u8, 0xFC, .. "r dich\u001b[31m\r\n"u8]),
                _ => null,
            },
        });

        SmtpTest test = await Talk.RunAsync(Talk.Target(server));

        Assert.Equal(CheckStatus.Pass, test.Status);
        Assert.Equal("slow.example.org ESMTP", test.Stages.Single(stage => stage.Name == SmtpStageName.Banner).ReplyText);
        Assert.Equal("f\u00FCr dich\\u{1B}[31m", test.Stages.Single(stage => stage.Name == SmtpStageName.RcptTo).ReplyText);
        Assert.All(test.Transcript, line => Assert.DoesNotContain('\u001b', line));
    }

    [Fact]
    public void A_target_never_prints_its_password()
    {
        Assert.DoesNotContain("hunter22", new SmtpTarget { Server = "x", Port = 1, Secret = new("a", "hunter22") }.ToString(), StringComparison.Ordinal);
    }
}
