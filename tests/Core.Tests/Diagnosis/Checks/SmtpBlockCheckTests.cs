using System.Text.Json.Nodes;
using ListmonkPS.Core.Diagnosis.Checks.Smtp.Blocks;
using ListmonkPS.Core.Diagnosis.Facts;
using ListmonkPS.Core.Diagnosis.Judging;
using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.Diagnosis.Checks;

/// <summary>What stands in an SMTP block and what its server showed: each trouble is found, what is well is not, and the command mends it.</summary>
public sealed class SmtpBlockCheckTests : IDisposable
{
    private const string SmtpDefaults = """
        {"enabled": true, "name": "email-primary", "host": "mail.example.org", "port": 587, "tls_type": "STARTTLS", "tls_skip_verify": false, "max_conns": 10,
         "hello_hostname": "lists.example.org", "idle_timeout": "15s", "wait_timeout": "1m30s", "email_headers": [{"X-By": "lists"}]}
        """;

    private static readonly ApiState Answers = new("http://127.0.0.1:9000/", null);
    private static readonly ApiState Down = new("http://127.0.0.1:9000/", FactsOf.Unreachable);
    private readonly TestAuthority _authority = new();

    /// <summary>Check, member with its value as JSON, status, new value in the command.</summary>
    public static TheoryData<string, string, string, CheckStatus, string?> Values => new()
    {
        { "settings.smtp-tls-type", "tls_type", "\"STARTTLS\"", CheckStatus.Pass, null },
        { "settings.smtp-tls-type", "tls_type", "\"starttls\"", CheckStatus.Warning, "'STARTTLS'" },
        { "settings.smtp-tls-type", "tls_type", "\"None\"", CheckStatus.Warning, "'none'" },
        { "settings.smtp-tls-type", "tls_type", "\"\"", CheckStatus.Warning, "'STARTTLS'" },
        { "settings.smtp-tls-type", "tls_type", "7", CheckStatus.Warning, "'STARTTLS'" },
        { "settings.smtp-tls-verify", "tls_skip_verify", "true", CheckStatus.Warning, null },
        { "settings.smtp-durations", "idle_timeout", "\"15 s\"", CheckStatus.Warning, "'15s'" },
        { "settings.smtp-durations", "wait_timeout", "\"5\"", CheckStatus.Warning, "'5s'" },
        { "settings.smtp-durations", "wait_timeout", "\"1d\"", CheckStatus.Warning, "'5s'" },
        { "settings.smtp-durations", "wait_timeout", "\"\"", CheckStatus.Warning, "'5s'" },
        { "settings.smtp-durations", "msg_retry_delay", "10", CheckStatus.Warning, "'10ms'" },
        { "settings.smtp-durations", "idle_timeout", "\"0\"", CheckStatus.Pass, null },
        { "settings.smtp-durations", "idle_timeout", "\"-1.5h10\u00B5s\"", CheckStatus.Pass, null },
        { "settings.smtp-durations", "idle_timeout", "null", CheckStatus.Pass, null },
        { "settings.smtp-headers", "email_headers", "null", CheckStatus.Pass, null },
        { "settings.smtp-headers", "email_headers", "[]", CheckStatus.Pass, null },
        { "settings.smtp-headers", "email_headers", """{"X-A": "it's"}""", CheckStatus.Warning, "@(@{ 'X-A' = 'it''s' })" },
        { "settings.smtp-headers", "email_headers", """["X-A: b"]""", CheckStatus.Warning, "@()" },
        { "settings.smtp-headers", "email_headers", """[{"X-A": "b"}, {"X-B": 7}]""", CheckStatus.Warning, "@(@{ 'X-A' = 'b' })" },
        { "settings.smtp-headers", "email_headers", """[{"X A": "b"}]""", CheckStatus.Warning, "@()" },
        { "settings.smtp-headers", "email_headers", """[{"X-A": "b\r\nBcc: c@example.net"}]""", CheckStatus.Warning, "@()" },
        { "settings.smtp-headers", "email_headers", """[{"X-Auth-Token": "t0ken"}, {"X B": "c"}]""", CheckStatus.Warning, null },
        { "settings.smtp-headers", "email_headers", """[{"Return-Path": "nobody"}]""", CheckStatus.Fail, "@()" },
        { "settings.smtp-headers", "email_headers", """[{"return-path": "bounce@example.org"}]""", CheckStatus.Pass, null },
        { "settings.smtp-hello-name", "hello_hostname", "\"\"", CheckStatus.Pass, null },
        { "settings.smtp-hello-name", "hello_hostname", "\"[192.0.2.25]\"", CheckStatus.Pass, null },
        { "settings.smtp-hello-name", "hello_hostname", "\"localhost.localdomain\"", CheckStatus.Warning, "'lists.example.org'" },
        { "settings.smtp-hello-name", "hello_hostname", "\"lists\"", CheckStatus.Warning, "'lists.example.org'" },
        { "settings.smtp-hello-name", "hello_hostname", "\"192.0.2.25\"", CheckStatus.Warning, "'lists.example.org'" },
        { "settings.smtp-hello-name", "hello_hostname", "\"https://lists.example.org\"", CheckStatus.Warning, "'lists.example.org'" },
        { "settings.smtp-max-conns", "max_conns", "0", CheckStatus.Warning, "2" },
        { "settings.smtp-max-conns", "max_conns", "\"ten\"", CheckStatus.Warning, "2" },
        { "settings.smtp-max-conns", "max_conns", "100", CheckStatus.Pass, null },
        { "settings.smtp-max-conns", "host", "\"smtp.office365.com\"", CheckStatus.Warning, "3" },
        { "settings.smtp-retries", "max_msg_retries", "0", CheckStatus.Pass, null },
        { "settings.smtp-retries", "max_msg_retries", "-1", CheckStatus.Fail, "2" }, // G30
        { "settings.smtp-auth-protocol", "auth_protocol", "null", CheckStatus.Pass, null },
        { "settings.smtp-auth-protocol", "auth_protocol", "\"\"", CheckStatus.Pass, null },
        { "settings.smtp-auth-protocol", "auth_protocol", "\"LOGIN\"", CheckStatus.Warning, "'login'" },
        { "settings.smtp-auth-protocol", "auth_protocol", "\"CRAM-MD5\"", CheckStatus.Warning, "'cram'" },
        { "settings.smtp-auth-protocol", "auth_protocol", "\"xoauth2\"", CheckStatus.Warning, "'plain'" },
        { "settings.smtp-several", "enabled", "true", CheckStatus.Pass, null },
    };

    public void Dispose() => _authority.Dispose();

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_is_judged_and_mended(string id, string member, string json, CheckStatus status, string? newValue)
    {
        Finding finding = Judge(id, FactsOf.These(Settings(Block(member, json)), Answers));

        Assert.Equal(status, finding.Status);
        Assert.Equal(newValue is null ? null : $"Set-ListmonkSetting 'smtp/primary/{(member == "host" ? "max_conns" : member)}' {newValue}", finding.Remedy?.Command);
        if (status != CheckStatus.Pass)
            Assert.StartsWith("smtp/primary/", Assert.Single(finding.Evidence).What, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void No_secret_and_no_control_character_is_shown(string id, string member, string json, CheckStatus status, string? newValue)
    {
        Finding finding = Judge(id, FactsOf.These(Settings(Block(member, json)), Answers));

        Assert.Equal((status, newValue is null), (finding.Status, finding.Remedy?.Command is null));
        string shown = string.Join(' ', [finding.Summary, finding.Remedy?.Command, .. finding.Evidence.Select(seen => seen.ToString())]);
        Assert.DoesNotContain("t0ken", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(shown, char.IsControl);
    }

    [Theory]
    [InlineData("settings.smtp-durations", "wait_timeout", "\"5 sec\"")]
    [InlineData("settings.smtp-headers", "email_headers", "{}")]
    [InlineData("settings.smtp-max-conns", "max_conns", "0")]
    [InlineData("settings.smtp-auth-protocol", "auth_protocol", "\"Plain\"")]
    public void What_stops_the_next_start_is_a_failure_once_nothing_answers(string id, string member, string json)
    {
        StoredSettings settings = Settings(Block(member, json), Block("enabled", "false"));

        Finding before = Judge(id, FactsOf.These(settings, Answers));
        Finding after = Judge(id, FactsOf.These(settings, Down));
        Finding unknown = Judge(id, FactsOf.These(settings));

        Assert.Equal((CheckStatus.Warning, CheckSeverity.High, 0), (before.Status, before.Severity, before.AccountsFor.Count));
        Assert.Equal((CheckStatus.Fail, CheckConfidence.High, null), (after.Status, after.Confidence, after.Effect));
        Assert.Equal(["settings.api-unreachable"], after.AccountsFor);
        Assert.Equal((CheckStatus.Fail, CheckConfidence.Medium), (unknown.Status, unknown.Confidence));
    }

    [Fact]
    public void All_that_is_wrong_is_mended_by_one_command_since_each_change_makes_listmonk_start_anew()
    {
        JsonObject first = Block("wait_timeout", "\"5 s\"");
        first["idle_timeout"] = "a while";
        FactSet facts = FactsOf.These(Settings(first, Block("name", "\"email-it's\""), Block("name", "\"email-spare\"")), Answers);
        ((JsonObject)facts.Get<StoredSettings>().Values["smtp"]![1]!)["wait_timeout"] = "";

        Assert.Equal(
            "Set-ListmonkSetting @{ 'smtp/primary/idle_timeout' = '15s'; 'smtp/primary/wait_timeout' = '5s'; 'smtp/it''s/wait_timeout' = '5s' }",
            Judge("settings.smtp-durations", facts).Remedy!.Command);
    }

    [Fact]
    public void Spans_are_read_at_the_start_in_disabled_blocks_too_and_the_number_of_connections_is_not()
    {
        JsonObject spare = Block("enabled", "false");
        spare["wait_timeout"] = "soon";
        spare["max_conns"] = 0;
        FactSet facts = FactsOf.These(Settings(Block("name", "\"email-primary\""), spare), Answers);

        Assert.Equal(CheckStatus.Warning, Judge("settings.smtp-durations", facts).Status);
        Assert.Equal(CheckStatus.Pass, Judge("settings.smtp-max-conns", facts).Status);
    }

    [Theory]
    [InlineData("v4.1.0", "takes it for STARTTLS")]
    [InlineData("v6.2.0", "without encryption")]
    public void What_a_misspelt_encryption_does_depends_on_the_version(string version, string words) // G31
    {
        ListmonkSession session = new(null) { Name = "s", Version = version };

        Assert.Contains(words, Judge("settings.smtp-tls-type", FactsOf.These(session, Settings(Block("tls_type", "\"StartTLS\"")))).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("starttls", true, false, CheckStatus.Fail, "STARTTLS")]
    [InlineData("tls", true, true, CheckStatus.Fail, "TLS")]
    [InlineData("starttls", false, false, CheckStatus.Warning, "none")]
    public async Task The_spelling_that_is_proposed_is_the_one_that_the_port_speaks(string stored, bool hasTls, bool isImplicit, CheckStatus status, string wanted)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            new SmtpScript { Certificate = hasTls ? _authority.Good() : null, AuthNeedsTls = hasTls, IsImplicitTls = isImplicit });

        Finding finding = Judge("settings.smtp-tls-type", await FactsAsync(Block("tls_type", $"\"{stored}\""), Talk.Target(server), maySayNothing: isImplicit));

        Assert.Equal((status, $"Set-ListmonkSetting 'smtp/primary/tls_type' '{wanted}'"), (finding.Status, finding.Remedy!.Command));
    }

    [Theory]
    [InlineData(true, "Set-ListmonkSetting 'smtp/primary/tls_skip_verify' $false")]
    [InlineData(false, null)]
    public async Task The_check_of_certificates_is_switched_on_only_where_the_certificate_is_good(bool isGood, string? command)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { Certificate = isGood ? _authority.Good() : _authority.Expired() });
        SmtpTarget target = Talk.Target(server, SmtpTlsMode.StartTls) with { SkipCertificateCheck = true, Authorities = _authority.Roots };

        Finding finding = Judge("settings.smtp-tls-verify", await FactsAsync(Block("tls_skip_verify", "true"), target));

        Assert.Equal((CheckStatus.Warning, command), (finding.Status, finding.Remedy!.Command));
        Assert.Equal(isGood, !finding.Remedy.Text.Contains("stop the mails", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tls_type", "\"none\"")]
    [InlineData("host", "\"localhost\"")]
    [InlineData("host", "\"::1\"")]
    public void Where_nobody_can_stand_in_between_certificates_need_no_check(string member, string json)
    {
        JsonObject block = Block(member, json);
        block["tls_skip_verify"] = true;

        Assert.Equal(CheckStatus.Pass, Judge("settings.smtp-tls-verify", FactsOf.These(Settings(block))).Status);
    }

    [Theory]
    [InlineData(ScriptStep.Hello, "504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname")]
    [InlineData(ScriptStep.RcptTo, "550 Invalid HELO string (localhost)")]
    public async Task A_name_that_a_server_refuses_is_a_failure_also_when_it_is_empty(ScriptStep step, string reply)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));

        Finding finding = Judge("settings.smtp-hello-name", await FactsAsync(Block("hello_hostname", "\"\""), Talk.Target(server) with { HelloName = "localhost" }));

        Assert.Equal((CheckStatus.Fail, CheckConfidence.Proved), (finding.Status, finding.Confidence));
        Assert.Equal("Set-ListmonkSetting 'smtp/primary/hello_hostname' 'lists.example.org'", finding.Remedy!.Command);
        Assert.Contains("localhost", finding.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("220 AM0PR01CA0099.prod.outlook.com Microsoft ESMTP MAIL Service ready", null, "3")]
    [InlineData("220 mail.example.org", "421 4.7.0 mail.example.org Error: too many connections from 192.0.2.1", "2")]
    public async Task A_limit_of_connections_that_shows_in_the_conversation_is_held_against_max_conns(string banner, string? refusal, string wanted)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(turn => turn.Step switch
        {
            ScriptStep.Banner => ScriptAnswer.Say(banner),
            ScriptStep.MailFrom when refusal is not null => ScriptAnswer.SayAndClose(refusal),
            _ => null,
        });

        Finding finding = Judge("settings.smtp-max-conns", await FactsAsync(Block("max_conns", "10"), Talk.Target(server)));

        Assert.Equal((CheckStatus.Warning, $"Set-ListmonkSetting 'smtp/primary/max_conns' {wanted}"), (finding.Status, finding.Remedy!.Command));
        Assert.Equal(1, server.Record.Connections);
    }

    [Fact]
    public async Task One_bad_block_of_several_is_to_be_disabled_for_the_time_being_and_all_of_them_are_not() // G29
    {
        await using ScriptedSmtpServer good = ScriptedSmtpServer.Start(new SmtpScript());
        await using ScriptedSmtpServer bad = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.LogIn, "535 5.7.8 no"));
        StoredSettings settings = Settings(Block("name", "\"email-primary\""), Block("name", "\"email-second\""));
        StoredBlock[] blocks = [.. StoredBlock.AllOf(settings)];
        SmtpTalk well = new(blocks[0].Block, blocks[0].Address, await Talk.RunAsync(Talk.Target(good)));
        SmtpTalk ill = new(blocks[1].Block, blocks[1].Address, await Talk.RunAsync(Talk.Target(bad)));

        Finding one = Judge("settings.smtp-several", FactsOf.These(settings, new SmtpConversations([well, ill], true)));
        Finding all = Judge("settings.smtp-several", FactsOf.These(settings, new SmtpConversations([well with { Test = ill.Test }, ill], true)));
        Finding none = Judge("settings.smtp-several", FactsOf.These(settings, new SmtpConversations([well, ill with { Test = well.Test }], true)));
        Finding untried = Judge("settings.smtp-several", FactsOf.These(settings));

        Assert.Equal((CheckStatus.Warning, "Set-ListmonkSetting 'smtp/second/enabled' $false"), (one.Status, one.Remedy!.Command));
        Assert.Contains("smtp.login", one.Summary, StringComparison.Ordinal);
        Assert.Contains("1 of 2", one.Summary, StringComparison.Ordinal);
        Assert.Equal((CheckStatus.Skipped, "smtp.login"), (all.Status, all.Because));
        Assert.Equal((CheckStatus.Pass, CheckStatus.Skipped), (none.Status, untried.Status));
    }

    [Fact]
    public void Without_an_enabled_block_there_is_nothing_to_judge()
    {
        Finding finding = Judge("settings.smtp-tls-type", FactsOf.These(Settings(Block("enabled", "false"))));

        Assert.Equal((CheckStatus.Skipped, "settings.smtp-enabled"), (finding.Status, finding.Because));
    }

    private static async Task<FactSet> FactsAsync(JsonObject block, SmtpTarget target, bool maySayNothing = false)
    {
        StoredSettings settings = Settings(block);
        StoredBlock stored = StoredBlock.AllOf(settings)[0];
        SmtpTest test = await (maySayNothing ? Talk.RunWithoutGreetingAsync(target) : Talk.RunAsync(target));
        return FactsOf.These(settings, Answers, new SmtpConversations([new SmtpTalk(stored.Block, stored.Address, test)], true));
    }

    private static JsonObject Block(string member, string json)
    {
        JsonObject block = (JsonObject)JsonNode.Parse(SmtpDefaults)!;
        block[member] = JsonNode.Parse(json);
        return block;
    }

    private static StoredSettings Settings(params JsonObject[] blocks) =>
        FactsOf.Settings(new JsonObject { ["app.root_url"] = "https://lists.example.org", ["smtp"] = new JsonArray([.. blocks]) }.ToJsonString());

    private static Finding Judge(string id, FactSet facts) => Checks[id].Judge(facts);

    private static Dictionary<string, SmtpBlockCheck> Checks { get; } = new SmtpBlockCheck[]
    {
        new SmtpTlsTypeCheck(), new SmtpTlsVerifyCheck(), new SmtpDurationsCheck(), new SmtpHeadersCheck(), new SmtpHelloNameCheck(), new SmtpMaxConnsCheck(), new SmtpSeveralCheck(),
        new SmtpRetriesCheck(), new SmtpAuthProtocolCheck(),
    }.ToDictionary(check => check.Info.Id);
}
