using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Settings;
using Npgsql;

namespace ListmonkPS.TestBench.Worlds;

/// <summary>Settings of an installation in use: links that work, a mail server of its own, and a secret in every place that can hold one.</summary>
internal static class LivedInSettings
{
    /// <summary>User that the sink asks for.</summary>
    public const string SmtpUser = "mailer";

    /// <summary>Writes them over the rows that install made, as a save would: rows and members that the version does not have stay away.</summary>
    public static async Task WriteAsync(NpgsqlConnection owner, Quirks quirks, CancellationToken ct)
    {
        Dictionary<string, JsonNode?> all = Values();
        Dictionary<string, JsonNode?> values = SettingFields.Of(quirks.Version)
            .Where(field => all.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => SettingDecoder.Decode(field, all[field.Name]));
        await using NpgsqlCommand command = new(
            "update settings set value = new.value::jsonb from unnest(@keys, @values) as new (key, value) where settings.key = new.key", owner);
        command.Parameters.AddWithValue("keys", values.Keys.ToArray());
        command.Parameters.AddWithValue("values", values.Values.Select(value => value?.ToJsonString() ?? "null").ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    private static Dictionary<string, JsonNode?> Values() => new()
    {
        ["app.site_name"] = "Example Lists",
        ["app.root_url"] = "https://lists.example.org",
        ["app.from_email"] = "Example Lists <news@lists.example.org>",
        ["app.notify_emails"] = new JsonArray("postmaster@example.org"),
        ["app.logo_url"] = "https://lists.example.org/logo.png",
        ["app.message_rate"] = 50,
        ["privacy.domain_blocklist"] = new JsonArray("throwaway.test", "*.spam.test"),
        ["smtp"] = new JsonArray(Smtp(), SpareSmtp()),
        ["messengers"] = new JsonArray(Json($$"""
            {"uuid": "6f1c2b3a-58d7-4a0e-9c11-2f4f7c1d9a01", "enabled": false, "name": "sms-gateway", "root_url": "https://sms.example.org/send",
             "username": "sms", "password": "{{SeededSecrets.Messenger}}", "max_conns": 5, "timeout": "5s", "max_msg_retries": 2}
            """)),
        ["bounce.mailboxes"] = new JsonArray(Json($$"""
            {"uuid": "b9c0f1de-04c1-4f65-8c4f-1f5b3f0c7b02", "enabled": false, "type": "pop", "host": "pop.example.org", "port": 995,
             "auth_protocol": "userpass", "return_path": "bounce@lists.example.org", "username": "bounce",
             "password": "{{SeededSecrets.BounceMailbox}}", "tls_enabled": true, "tls_skip_verify": false, "scan_interval": "15m"}
            """)),
        ["bounce.sendgrid_key"] = SeededSecrets.SendGrid,
        ["bounce.postmark"] = Json($$"""{"enabled": false, "username": "postmark", "password": "{{SeededSecrets.Postmark}}"}"""),
        ["bounce.forwardemail"] = Json($$"""{"enabled": false, "key": "{{SeededSecrets.ForwardEmail}}"}"""),
        ["bounce.lettermint"] = Json($$"""{"enabled": false, "key": "{{SeededSecrets.Lettermint}}"}"""),
        ["bounce.azure"] = Json($$"""{"enabled": false, "shared_secret": "{{SeededSecrets.Azure}}", "shared_secret_header": "X-Secret"}"""),
        ["upload.s3.aws_access_key_id"] = "AKIAEXAMPLE",
        ["upload.s3.aws_secret_access_key"] = SeededSecrets.S3Key,
        ["security.captcha_key"] = "site-key",
        ["security.captcha_secret"] = SeededSecrets.Captcha,
        ["security.captcha"] = Json($$$"""
            {"altcha": {"enabled": false, "complexity": 300000},
             "hcaptcha": {"enabled": false, "key": "site-key", "secret": "{{{SeededSecrets.Captcha}}}"}}
            """),
        ["security.oidc"] = Json($$"""
            {"enabled": false, "provider_url": "https://id.example.org", "provider_name": "Example", "client_id": "lists",
             "client_secret": "{{SeededSecrets.Oidc}}", "auto_create_users": false, "default_user_role_id": null, "default_list_role_id": null}
            """),
    };

    private static JsonObject Smtp() => Json($$"""
        {"name": "email-primary", "uuid": "0d5b8a52-7a1c-4c5e-8f6d-3b8c9f5e6a03", "enabled": true, "host": "127.0.0.1", "port": 25, "auth_protocol": "login",
         "username": "{{SmtpUser}}", "password": "{{SeededSecrets.Smtp}}", "hello_hostname": "lists.example.org", "max_conns": 10,
         "max_msg_retries": 2, "idle_timeout": "15s", "wait_timeout": "5s", "tls_type": "none", "tls_skip_verify": false,
         "email_headers": [{"X-Mailed-By": "Example Lists"}], "msg_retry_delay": "10ms", "from_addresses": []}
        """);

    private static JsonObject SpareSmtp() => Json($$"""
        {"name": "email-spare", "uuid": "7e2f6c1b-9d34-4b7f-a1e8-5c0d2e4f8b04", "enabled": false, "host": "spare.example.org", "port": 587, "auth_protocol": "plain",
         "username": "spare", "password": "{{SeededSecrets.SpareSmtp}}", "hello_hostname": "", "max_conns": 5, "max_msg_retries": 2,
         "idle_timeout": "15s", "wait_timeout": "5s", "tls_type": "STARTTLS", "tls_skip_verify": false, "email_headers": [],
         "msg_retry_delay": "10ms", "from_addresses": []}
        """);

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
