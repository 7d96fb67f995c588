using System.Security.Cryptography.X509Certificates;
using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>Encryption and log-in of the connections: what is asked for and not there is a failure.</summary>
public sealed class SenderTlsTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SmtpTlsMode.StartTls, SmtpAuthMechanism.Plain)]
    [InlineData(SmtpTlsMode.StartTls, SmtpAuthMechanism.Login)]
    [InlineData(SmtpTlsMode.Implicit, SmtpAuthMechanism.CramMd5)]
    public async Task Mails_go_through_TLS_with_the_log_in_inside(SmtpTlsMode tls, SmtpAuthMechanism mechanism)
    {
        using TestAuthority authority = new();
        await using ScriptedSmtpServer server = Server(authority, tls);
        SendOutcome outcome = await SendAsync(server, tls, mechanism, authority.Roots);
        Assert.Equal(OptInResendState.Sent, outcome.State);
        Assert.DoesNotContain(server.Record.LinesInTheClear, line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_stops_the_run_and_no_log_in_is_sent()
    {
        using TestAuthority authority = new();
        await using ScriptedSmtpServer server = Server(authority, SmtpTlsMode.StartTls);
        SendOutcome outcome = await SendAsync(server, SmtpTlsMode.StartTls, SmtpAuthMechanism.Plain, null);
        Assert.Equal((OptInResendState.Due, "SenderUnreachable"), (outcome.State, outcome.Stop?.Failure.Id));
        Assert.Null(outcome.Stop?.Until);
        Assert.Equal(0, server.Record.Count(ScriptStep.Auth) + server.Record.Count(ScriptStep.LogIn));
        Assert.Equal(OptInResendState.Sent, (await SendAsync(server, SmtpTlsMode.StartTls, SmtpAuthMechanism.Plain, null, skip: true)).State);
    }

    [Fact]
    public async Task Without_the_encryption_or_mechanism_that_is_asked_for_nothing_is_sent()
    {
        await using ScriptedSmtpServer plain = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = ["PLAIN"] });
        SendOutcome noTls = await SendAsync(plain, SmtpTlsMode.StartTls, SmtpAuthMechanism.Plain, null);
        Assert.Equal((OptInResendState.Due, "SenderUnreachable"), (noTls.State, noTls.Stop?.Failure.Id));
        SendOutcome noCram = await SendAsync(plain, SmtpTlsMode.None, SmtpAuthMechanism.CramMd5, null);
        Assert.Equal((OptInResendState.Due, "SenderLogInRefused"), (noCram.State, noCram.Stop?.Failure.Id));
        Assert.DoesNotContain(plain.Record.Lines, line => line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private static ScriptedSmtpServer Server(TestAuthority authority, SmtpTlsMode tls) => ScriptedSmtpServer.Start(
        new SmtpScript { Certificate = authority.Good(), IsImplicitTls = tls == SmtpTlsMode.Implicit, AuthNeedsTls = true });

    private static async Task<SendOutcome> SendAsync(
        ScriptedSmtpServer server, SmtpTlsMode tls, SmtpAuthMechanism mechanism, X509Certificate2Collection? authorities, bool skip = false)
    {
        SmtpAccount account = SenderBench.Account(server.Port) with
        {
            Host = "localhost",
            Tls = tls,
            Mechanism = mechanism,
            Authorities = authorities,
            SkipCertificateCheck = skip,
            Secret = new AuthSecret("news@example.org", "correct horse battery"),
        };
        await using SmtpOptInSender sender = SenderBench.Sender(server, account: account);
        return await sender.SendAsync(SenderBench.Anna, Test);
    }
}
