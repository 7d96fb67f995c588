using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis;
using ListmonkPS.Core.Diagnosis.Checks.Smtp;
using ListmonkPS.Core.Diagnosis.Engine;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Evidence.Smtp;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

/// <summary>Each fault of a mail server is made on a real socket; its check names it, earlier ones pass, later ones say that they are untested.</summary>
public sealed class SmtpFaultCheckTests : IDisposable
{
    private static readonly ICheck[] Checks = [.. CheckRegistry.Of(typeof(DiagnosisDoor).Assembly).Checks.OfType<SmtpFaultCheck>()];

    private readonly TestAuthority _authority = new();

    public static TheoryData<string, ScriptStep, string> Refusals => new()
    {
        { "smtp.mechanism", ScriptStep.LogIn, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled." },
        { "smtp.login", ScriptStep.LogIn, "535 5.7.8 Error: authentication failed" },
        { "smtp.limit", ScriptStep.LogIn, "451 Authentication failed: Maximum credits exceeded" },
        { "smtp.account", ScriptStep.MailFrom, "552 Your account has been suspended" },
        { "smtp.sender", ScriptStep.MailFrom, "553 5.7.1 Sender address rejected: not owned by user" },
        { "smtp.limit", ScriptStep.MailFrom, "550 5.4.5 Daily user sending quota exceeded." },
        { "smtp.relay", ScriptStep.RcptTo, "554 5.7.1 <a@example.net>: Relay access denied" },
        { "smtp.greylisted", ScriptStep.RcptTo, "450 4.2.0 Greylisted" },
        { "smtp.address-blocked", ScriptStep.Banner, "554 5.7.1 Client host [192.0.2.1] blocked using bl.example.net" },
        { "smtp.refused", ScriptStep.RcptTo, "550 5.7.1 This message violates example.com email policy." },
        { "smtp.silent", ScriptStep.Hello, "HTTP/1.1 400 Bad Request" },
    };

    public void Dispose() => _authority.Dispose();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_is_named_by_its_check_alone(string id, ScriptStep step, string reply)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server)));

        AssertOnly(id, findings);
        Assert.Contains("127.0.0.1", findings[id].Summary, StringComparison.Ordinal);
        Assert.Equal(CheckConfidence.Proved, findings[id].Confidence);
        Assert.NotEmpty(findings[id].Remedy!.Text);
    }

    [Fact]
    public async Task A_good_server_passes_all()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        Assert.All(Judge(await TalkAsync(Talk.Target(server))).Values, finding => Assert.Equal(CheckStatus.Pass, finding.Status));
    }

    [Fact]
    public async Task Without_a_password_what_follows_the_log_in_is_not_judged()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server) with { Secret = null }));

        Assert.Equal(CheckStatus.Pass, findings["smtp.mechanism"].Status);
        Assert.Equal(CheckStatus.Skipped, findings["smtp.login"].Status);
        Assert.Equal(CheckStatus.Skipped, findings["smtp.relay"].Status);
    }

    [Theory]
    [InlineData(SmtpTlsMode.StartTls, true, "Set-ListmonkSetting 'smtp/primary/tls_type' TLS")]
    [InlineData(SmtpTlsMode.Implicit, false, "Set-ListmonkSetting 'smtp/primary/tls_type' STARTTLS")]
    public async Task The_wrong_encryption_is_proved_and_mended_by_a_command(SmtpTlsMode asked, bool isImplicit, string command)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), IsImplicitTls = isImplicit });

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server, asked), maySayNothing: true));

        AssertOnly("smtp.tls-mode", findings);
        Assert.Equal(command, findings["smtp.tls-mode"].Remedy!.Command);
    }

    [Fact]
    public async Task A_bad_certificate_is_named_and_the_log_in_is_not_judged()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = TestAuthority.SelfSigned() });

        AssertOnly("smtp.certificate", Judge(await TalkAsync(Talk.Target(server, SmtpTlsMode.StartTls))));
    }

    [Fact]
    public async Task A_handshake_that_fails_is_named()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Certificate = _authority.Good(),
            Instead = SmtpScript.At(ScriptStep.Handshake, ScriptAnswer.Bytes([0x15, 3, 3, 0, 2, 2, 70]) with { End = ScriptAnswer.Ending.Close }),
        });

        AssertOnly("smtp.tls-handshake", Judge(await TalkAsync(Talk.Target(server, SmtpTlsMode.StartTls))));
    }

    [Fact]
    public async Task A_mechanism_that_is_not_offered_is_mended_by_one_that_is()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Mechanisms = ["LOGIN"] });

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server) with { Mechanism = SmtpAuthMechanism.CramMd5 }));

        AssertOnly("smtp.mechanism", findings);
        Assert.Equal("Set-ListmonkSetting 'smtp/primary/auth_protocol' login", findings["smtp.mechanism"].Remedy!.Command);
    }

    [Fact]
    public async Task What_is_not_reached_from_another_network_is_a_warning()
    {
        SmtpTalk talk = await TalkAsync(new SmtpTarget { Server = "no-such-host.invalid", Port = 25, Timeout = Talk.Bound });

        Assert.Equal(CheckStatus.Fail, Judge(talk)["smtp.host-unknown"].Status);
        Assert.Equal(CheckStatus.Warning, Judge(isNear: false, talk)["smtp.host-unknown"].Status);
    }

    [Fact]
    public async Task What_a_refusal_leaves_untried_is_not_said_to_be_well()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Banner, "554 5.7.1 Client host [192.0.2.1] blocked using bl.example.net"));

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server)));

        Assert.Equal(["smtp.host-unknown", "smtp.unreachable"], findings.Where(pair => pair.Value.Status == CheckStatus.Pass).Select(pair => pair.Key).Order());
    }

    [Fact]
    public async Task Without_a_sender_address_what_follows_the_log_in_is_not_judged()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());

        Dictionary<string, Finding> findings = Judge(await TalkAsync(Talk.Target(server) with { From = null }));

        Assert.Equal(CheckStatus.Pass, findings["smtp.login"].Status);
        Assert.Contains("app.from_email", findings["smtp.sender"].Summary, StringComparison.Ordinal);
        Assert.Equal(CheckStatus.Skipped, findings["smtp.relay"].Status);
    }

    [Theory]
    [InlineData("starttls", SmtpTlsMode.None, false, "settings.smtp-tls-type")]
    [InlineData("none", SmtpTlsMode.None, false, "smtp.mechanism")]
    [InlineData("tls", SmtpTlsMode.None, true, "settings.smtp-tls-type")]
    public async Task What_comes_of_a_misspelt_encryption_is_left_to_the_check_of_the_spelling(string stored, SmtpTlsMode meant, bool isImplicit, string id)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = _authority.Good(), AuthNeedsTls = true, IsImplicitTls = isImplicit });

        SmtpTalk talk = await TalkAsync(Talk.Target(server, meant), stored, maySayNothing: true);

        Assert.Equal(id, SmtpFaults.IdOf(SmtpFaults.Of(talk)));
    }

    [Fact]
    public async Task One_bad_server_of_two_stops_some_and_says_so()
    {
        await using ScriptedSmtpServer good = ScriptedSmtpServer.Start(new SmtpScript());
        await using ScriptedSmtpServer bad = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.LogIn, "535 5.7.8 no"));

        Finding finding = Judge(await TalkAsync(Talk.Target(good)), await TalkAsync(Talk.Target(bad)))["smtp.login"];

        Assert.Equal((CheckStatus.Fail, OptInEffect.StopsSome, CheckSeverity.High), (finding.Status, finding.Effect, finding.Severity));
        Assert.Contains("1 of 2", finding.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_enabled_server_there_is_nothing_to_judge()
    {
        Assert.All(Judge().Values, finding => Assert.Equal((CheckStatus.Skipped, "settings.smtp-enabled"), (finding.Status, finding.Because)));
    }

    private static void AssertOnly(string id, Dictionary<string, Finding> findings)
    {
        Assert.Equal([id], findings.Where(pair => pair.Value.Status is CheckStatus.Fail or CheckStatus.Warning).Select(pair => pair.Key));
        Assert.All(findings.Where(pair => pair.Value.Status == CheckStatus.Skipped), pair => Assert.Equal(id, pair.Value.Because));
        Assert.Contains(findings, pair => pair.Value.Status is CheckStatus.Skipped || id == "smtp.refused");
    }

    private static async Task<SmtpTalk> TalkAsync(SmtpTarget target, string tlsType = "STARTTLS", bool maySayNothing = false) =>
        new(new SmtpBlock(new JsonObject { ["tls_type"] = tlsType }, 1), "smtp/primary", await (maySayNothing ? Talk.RunWithoutGreetingAsync(target) : Talk.RunAsync(target)));

    private static Dictionary<string, Finding> Judge(params SmtpTalk[] talks) => Judge(isNear: true, talks);

    private static Dictionary<string, Finding> Judge(bool isNear, params SmtpTalk[] talks) =>
        Checks.ToDictionary(check => check.Info.Id, check => check.Judge(FactsOf.These(new SmtpConversations(talks, isNear))));
}
