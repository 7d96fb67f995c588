using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Smtp.Real;

namespace ListmonkPS.Core.Tests.Mail.Smtp;

/// <summary>Postfix with log-ins by Dovecot, and swaks as the cross-check: same server, same step, same verdict.</summary>
public sealed class RealMailServerTests(RealMailServerFixture fixture) : IClassFixture<RealMailServerFixture>
{
    private RealMailServer Server => fixture.Server;

    [Theory]
    [InlineData(SmtpAuthMechanism.Plain)]
    [InlineData(SmtpAuthMechanism.Login)]
    [InlineData(SmtpAuthMechanism.CramMd5)]
    public async Task Submission_with_STARTTLS_passes(SmtpAuthMechanism mechanism)
    {
        SmtpTest test = await Talk.RunAsync(Target(Server.Ports.Submission) with { Mechanism = mechanism });

        Assert.Equal("Resolve Connect Banner Hello StartTls Certificate Hello Auth MailFrom RcptTo Quit", Talk.Shape(test));
        Assert.Equal("Postfix", test.Provider);
        string method = mechanism == SmtpAuthMechanism.CramMd5 ? "CRAM-MD5" : mechanism.ToString().ToUpperInvariant();
        await Eventually.HoldsAsync("the log has the log-in", () => Server.Log.Contains($"sasl_method={method}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Implicit_TLS_passes_and_a_message_is_taken()
    {
        SmtpTest test = await Talk.RunAsync(Target(Server.Ports.Implicit) with { Tls = SmtpTlsMode.Implicit, To = "me@example.net", Send = true });

        Assert.Equal("Resolve Connect StartTls Certificate Banner Hello Auth MailFrom RcptTo Data Quit", Talk.Shape(test));
        Assert.StartsWith("Ok: queued as", test.Stages.Single(stage => stage.Name == SmtpStageName.Data).ReplyText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_time_is_greylisted_and_the_second_passes()
    {
        SmtpTarget target = Target(Server.Ports.Greylisted) with { To = "grey@example.net" };

        SmtpTest first = await Talk.RunAsync(target);
        SmtpTest second = await Talk.RunAsync(target);

        Assert.Equal((SmtpStageName.RcptTo, SmtpReplyClass.Greylist, RetryAdvice.Yes), (first.Stage, first.Class, first.CanRetry));
        Assert.Equal(CheckStatus.Pass, second.Status);
    }

    [Fact]
    public async Task The_third_message_within_the_time_of_the_limit_meets_it()
    {
        SmtpTarget target = Target(Server.Ports.Limited);
        List<SmtpReplyClass> classes = [];

        for (int run = 0; run < 3; run++)
            classes.Add((await Talk.RunAsync(target)).Class);

        Assert.Equal([SmtpReplyClass.Accepted, SmtpReplyClass.Accepted, SmtpReplyClass.RateLimit], classes);
    }

    public static TheoryData<string> Faults => ["none", "wrong password", "no log-in", "other sender", "short name", "log-in before TLS", "TLS to 587", "STARTTLS to 465"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Swaks_ends_at_the_same_step_with_the_same_code(string fault)
    {
        RealPart.Require(RealMailServerPrograms.SwaksSkipReason);
        (SmtpTarget target, string[] options, SmtpStageName stage, SmtpReplyClass meaning) = Case(fault);

        SmtpTest ours = await (stage == SmtpStageName.Banner ? Talk.RunWithoutGreetingAsync(target) : Talk.RunAsync(target));
        (string? step, int? code) = await Swaks.RunAsync(target.Port, options, TestContext.Current.CancellationToken);

        Assert.Equal((stage, meaning), (ours.Stage, ours.Class));
        Assert.Equal(step ?? "Quit", ours.Stage.ToString());
        if (fault != "none")
            Assert.Equal(code, ours.ReplyCode);
    }

    private (SmtpTarget Target, string[] Options, SmtpStageName Stage, SmtpReplyClass Meaning) Case(string fault)
    {
        SmtpTarget good = Target(Server.Ports.Submission);
        string[] envelope = ["--from", Server.User, "--to", "me@example.net"];
        string[] logIn = ["--auth", "PLAIN", "--auth-user", Server.User, "--auth-password", Server.Password];
        string[] wrong = ["--auth", "PLAIN", "--auth-user", Server.User, "--auth-password", "wrong"];
        return fault switch
        {
            "none" => (good, [.. envelope, .. logIn, "--tls"], SmtpStageName.Quit, SmtpReplyClass.Accepted),
            "wrong password" => (good with { Secret = new AuthSecret(Server.User, "wrong") }, [.. envelope, .. wrong, "--tls"], SmtpStageName.Auth, SmtpReplyClass.AuthFailed),
            "no log-in" => (good with { Mechanism = SmtpAuthMechanism.None }, [.. envelope, "--tls"], SmtpStageName.RcptTo, SmtpReplyClass.RelayDenied),
            "other sender" => (good with { From = "boss@example.org" }, ["--from", "boss@example.org", "--to", "me@example.net", .. logIn, "--tls"], SmtpStageName.RcptTo, SmtpReplyClass.SenderNotVerified),
            "short name" => (good with { HelloName = "localhost" }, [.. envelope, .. logIn, "--tls", "--helo", "localhost"], SmtpStageName.RcptTo, SmtpReplyClass.DnsPtr),
            "log-in before TLS" => (good with { Tls = SmtpTlsMode.None }, [.. envelope, .. logIn], SmtpStageName.Auth, SmtpReplyClass.ClientSide),
            "TLS to 587" => (good with { Tls = SmtpTlsMode.Implicit }, [.. envelope, "--tls-on-connect"], SmtpStageName.StartTls, SmtpReplyClass.ClientSide),
            _ => (good with { Port = Server.Ports.Implicit }, [.. envelope, "--tls", "--timeout", "3"], SmtpStageName.Banner, SmtpReplyClass.ClientSide),
        };
    }

    private SmtpTarget Target(int port) => new()
    {
        Server = "127.0.0.1",
        Port = port,
        Tls = SmtpTlsMode.StartTls,
        Secret = new AuthSecret(Server.User, Server.Password),
        Mechanism = SmtpAuthMechanism.Plain,
        From = Server.User,
        To = "me@example.net",
        HelloName = "lists.example.org",
        Authorities = Server.Authorities,
        Timeout = Talk.Bound,
    };
}
