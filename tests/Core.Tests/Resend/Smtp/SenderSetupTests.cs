using System.Net;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.Core.Tests.Listmonk.Database;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>Server, log-in and sender are those of listmonk's settings.</summary>
public sealed class SenderSetupTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("STARTTLS", "v6.2.0", SmtpTlsMode.StartTls)]
    [InlineData("TLS", "v6.2.0", SmtpTlsMode.Implicit)]
    [InlineData("none", "v6.2.0", SmtpTlsMode.None)]
    [InlineData("starttls", "v3.0.0", SmtpTlsMode.StartTls)]
    [InlineData("starttls", "v6.2.0", SmtpTlsMode.None)] // G31
    public async Task The_first_enabled_block_is_taken_with_its_encryption_and_log_in(string tls, string version, SmtpTlsMode mode)
    {
        JsonObject off = Block("off.example.org"), on = Block("127.0.0.1");
        off["enabled"] = false;
        on["tls_type"] = tls;
        SenderSetup setup = await ReadAsync([off, on], version: version);
        Assert.Equal(("127.0.0.1", 2525, mode), (setup.Account.Host, setup.Account.Port, setup.Account.Tls));
        Assert.Equal((SmtpAuthMechanism.Plain, "news", "block-secret", "mail.example.org"), (setup.Account.Mechanism, setup.Account.Secret?.User, setup.Account.Secret?.Password, setup.Account.HelloName));
        Assert.Equal("127.0.0.1 (news)", setup.Account.Name);
        Assert.Equal(("News", "news@example.org"), (setup.Identity.From.Name, setup.Identity.From.Address));
        Assert.Equal(("https://lists.example.org", "Example"), (setup.Identity.RootUrl, setup.Identity.SiteName));
        Assert.True(setup.Identity.HasUnsubscribeHeader);
        Assert.Equal(version == "v6.2.0", setup.Identity.HasListmonkHeaders);
        Assert.DoesNotContain("block-secret", setup.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news@example.org", "v6.2.0", "second.example.org")]
    [InlineData("example.org", "v6.2.0", "second.example.org")]
    [InlineData("other@example.org", "v6.2.0", "first.example.org")]
    [InlineData("news@example.org", "v5.1.0", "first.example.org")]
    public async Task From_v6_2_the_block_that_names_the_sender_goes_before_the_others(string named, string version, string host)
    {
        JsonObject second = Block("second.example.org");
        second["from_addresses"] = new JsonArray(named);
        Assert.Equal(host, (await ReadAsync([Block("first.example.org"), second], version: version)).Account.Host);
    }

    [Fact]
    public async Task Headers_of_the_block_are_read_as_the_version_reads_them()
    {
        JsonObject block = Block("127.0.0.1");
        block["email_headers"] = JsonNode.Parse("""[{"Return-Path":"Bounces <b@example.org>"},{"Bcc":"a@example.org, c@example.org"},{"X-A":"1"},{"Subject":"no"}]""");
        BlockHeaders headers = (await ReadAsync([block])).Identity.Headers;
        Assert.Equal("b@example.org", headers.ReturnPath?.Address);
        Assert.Equal(["a@example.org", "c@example.org"], headers.Copies.Select(copy => copy.Address));
        Assert.Equal(["X-A"], headers.Added.Select(header => header.Field));
        headers = (await ReadAsync([block], version: "v3.0.0")).Identity.Headers;
        Assert.Empty(headers.Copies);
        Assert.Equal(["Bcc", "X-A"], headers.Added.Select(header => header.Field));
    }

    [Fact]
    public async Task A_log_in_that_is_given_goes_before_the_one_that_is_stored()
    {
        SmtpSendOptions options = new() { Credentials = [new NetworkCredential("other", "x"), new NetworkCredential("news", "given")] };
        Assert.Equal("given", (await ReadAsync([Block("127.0.0.1")], options: options)).Account.Secret?.Password);
    }

    [Theory]
    [InlineData("BadFromEmail", "app.from_email", "\"no address\"")]
    [InlineData("BadFromEmail", "app.from_email", "\"a@b.test\\r\\nBcc: c@d.test\"")]
    [InlineData("RootUrlUnknown", "app.root_url", "\"\"")]
    [InlineData("RootUrlUnknown", "app.root_url", "\"javascript:alert(1)\"")]
    [InlineData("NoSmtpEnabled", "smtp", "[]")]
    [InlineData("NeedsSmtpCredential", "smtp", """[{"enabled":true,"host":"127.0.0.1","port":25,"auth_protocol":"plain","username":"news","password":"\u2022\u2022","tls_type":"none"}]""")]
    [InlineData("LogInUnencrypted", "smtp", """[{"enabled":true,"host":"smtp.example.org","port":25,"auth_protocol":"login","username":"news","password":"x","tls_type":"none"}]""")]
    [InlineData("BadBlockHeader", "smtp", """[{"enabled":true,"host":"127.0.0.1","port":25,"auth_protocol":"none","tls_type":"none","email_headers":[{"X-A":"1\r\nBcc: a@b.test"}]}]""")]
    [InlineData("BadHostName", "smtp", """[{"enabled":true,"host":"a b","port":25,"auth_protocol":"none","tls_type":"none"}]""")]
    public async Task Settings_that_make_no_mail_are_refused_before_anything_is_sent(string id, string key, string json)
    {
        FailureException exception = await Assert.ThrowsAsync<FailureException>(() => ReadAsync([Block("127.0.0.1")], (key, json)));
        Assert.Equal(id, exception.Failure.Id);
        Assert.DoesNotContain("block-secret", exception.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Block(string host) => new()
    {
        ["enabled"] = true,
        ["host"] = host,
        ["port"] = 2525,
        ["auth_protocol"] = "plain",
        ["username"] = "news",
        ["password"] = "block-secret",
        ["hello_hostname"] = "mail.example.org",
        ["tls_type"] = "STARTTLS",
        ["tls_skip_verify"] = false,
    };

    private static async Task<SenderSetup> ReadAsync(
        JsonObject[] blocks, (string Key, string Json)? instead = null, string version = "v6.2.0", SmtpSendOptions? options = null)
    {
        await using TestDatabase world = await TestDatabase.CreateAsync();
        Dictionary<string, string> settings = new()
        {
            ["smtp"] = new JsonArray([.. blocks.Select(block => block.DeepClone())]).ToJsonString(),
            ["app.from_email"] = "\"News <news@example.org>\"",
            ["app.root_url"] = "\"https://lists.example.org/\"",
            ["app.site_name"] = "\"Example\"",
            ["privacy.unsubscribe_header"] = "true",
        };
        if (instead is { } other)
            settings[other.Key] = other.Json;
        foreach ((string key, string json) in settings)
            await world.ExecuteAsync($"INSERT INTO settings (key, value) VALUES ('{key}', '{json.Replace("'", "''", StringComparison.Ordinal)}')");
        await using ListmonkDatabase database = world.Open();
        ListmonkServer server = new() { Name = "s", Database = database, Version = ListmonkVersion.Parse(version), Time = TimeProvider.System };
        SettingAccess access = SettingAccess.Of(new ListmonkSession(server) { Name = "s", HasDatabase = true });
        return await SenderSetup.ReadAsync(access, options ?? new SmtpSendOptions(), new RecordedNotices(), Test);
    }
}
