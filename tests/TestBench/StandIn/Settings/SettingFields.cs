using ListmonkPS.Core.Listmonk.Versions;
using static ListmonkPS.TestBench.StandIn.Settings.FieldKind;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>
/// The settings structure of the server: what the API shows and what a PUT writes (contract 3.1 to 3.3). Written down apart from the module's
/// own catalogue of settings on purpose, so that one proves the other.
/// </summary>
internal static class SettingFields
{
    private static readonly SettingField[] Smtp =
    [
        new("name", Text) { Since = "v5.0.0" }, new("uuid", Text), new("enabled", Flag), new("host", Text),
        new("hello_hostname", Text), new("port", Whole), new("auth_protocol", Text), new("username", Text),
        new("password", Text) { IsSecret = true }, new("email_headers", TextMaps), new("max_conns", Whole), new("max_msg_retries", Whole),
        new("msg_retry_delay", Text) { Since = "v6.2.0" }, new("idle_timeout", Text), new("wait_timeout", Text), new("tls_type", Text),
        new("tls_skip_verify", Flag), new("from_addresses", TextArray) { Since = "v6.2.0" },
    ];

    private static readonly SettingField[] Messenger =
    [
        new("uuid", Text), new("enabled", Flag), new("name", Text), new("root_url", Text), new("username", Text),
        new("password", Text) { IsSecret = true }, new("max_conns", Whole), new("timeout", Text), new("max_msg_retries", Whole),
    ];

    private static readonly SettingField[] Mailbox =
    [
        new("uuid", Text), new("enabled", Flag), new("type", Text), new("host", Text), new("port", Whole), new("auth_protocol", Text),
        new("return_path", Text), new("username", Text), new("password", Text) { IsSecret = true }, new("tls_enabled", Flag),
        new("tls_skip_verify", Flag), new("scan_interval", Text),
    ];

    private static readonly SettingField[] Oidc =
    [
        new("enabled", Flag), new("provider_url", Text), new("provider_name", Text) { Since = "v5.0.0" }, new("client_id", Text),
        new("client_secret", Text) { IsSecret = true }, new("auto_create_users", Flag) { Since = "v5.1.0" },
        new("default_user_role_id", WholeOrNull) { Since = "v5.1.0" }, new("default_list_role_id", WholeOrNull) { Since = "v5.1.0" },
    ];

    private static readonly SettingField[] Captcha =
    [
        new("altcha", Block, new SettingField("enabled", Flag), new("complexity", Whole)),
        new("hcaptcha", Block, new SettingField("enabled", Flag), new("key", Text), new("secret", Text) { IsSecret = true }),
    ];

    private static readonly SettingField[] All =
    [
        new("app.site_name", Text), new("app.root_url", Text), new("app.logo_url", Text), new("app.favicon_url", Text),
        new("app.from_email", Text), new("app.notify_emails", TextArray), new("app.enable_public_subscription_page", Flag),
        new("app.enable_public_archive", Flag), new("app.enable_public_archive_rss_content", Flag),
        new("app.send_optin_confirmation", Flag), new("app.show_optin_page", Flag) { Since = "v6.2.0" }, new("app.check_updates", Flag),
        new("app.lang", Text), new("app.batch_size", Whole), new("app.concurrency", Whole), new("app.max_send_errors", Whole),
        new("app.message_rate", Whole), new("app.cache_slow_queries", Flag), new("app.cache_slow_queries_interval", Text),
        new("app.message_sliding_window", Flag), new("app.message_sliding_window_duration", Text),
        new("app.message_sliding_window_rate", Whole),
        new("privacy.individual_tracking", Flag), new("privacy.disable_tracking", Flag) { Since = "v6.1.0" },
        new("privacy.unsubscribe_header", Flag), new("privacy.allow_blocklist", Flag), new("privacy.allow_preferences", Flag),
        new("privacy.allow_export", Flag), new("privacy.allow_wipe", Flag), new("privacy.exportable", TextArray),
        new("privacy.record_optin_ip", Flag), new("privacy.domain_blocklist", TextArray),
        new("privacy.domain_allowlist", TextArray) { Since = "v5.0.0" },
        new("security.captcha", Block, Captcha) { Since = "v5.1.0" },
        new("security.enable_captcha", Flag) { Until = "v5.1.0" }, new("security.captcha_key", Text) { Until = "v5.1.0" },
        new("security.captcha_secret", Text) { Until = "v5.1.0", IsSecret = true },
        new("security.oidc", Block, Oidc) { Since = "v4.0.0" },
        new("security.cors_origins", TextArray) { Since = "v6.0.0", Until = "v6.2.0" },
        new("security.trusted_urls", TextArray) { Since = "v6.2.0" },
        new("upload.provider", Text), new("upload.extensions", TextArray), new("upload.filesystem.upload_path", Text),
        new("upload.filesystem.upload_uri", Text), new("upload.s3.url", Text), new("upload.s3.public_url", Text),
        new("upload.s3.aws_access_key_id", Text), new("upload.s3.aws_default_region", Text),
        new("upload.s3.aws_secret_access_key", Text) { IsSecret = true, HiddenWhenEmpty = true }, new("upload.s3.bucket", Text),
        new("upload.s3.bucket_domain", Text), new("upload.s3.bucket_path", Text), new("upload.s3.bucket_type", Text),
        new("upload.s3.expiry", Text),
        new("smtp", Blocks, Smtp), new("messengers", Blocks, Messenger),
        new("bounce.enabled", Flag), new("bounce.webhooks_enabled", Flag),
        new("bounce.actions", BlockMap, new SettingField("count", Whole), new("action", Text)), new("bounce.ses_enabled", Flag),
        new("bounce.sendgrid_enabled", Flag), new("bounce.sendgrid_key", Text) { IsSecret = true },
        new("bounce.postmark", Block, new SettingField("enabled", Flag), new("username", Text), new("password", Text) { IsSecret = true }),
        new("bounce.forwardemail", Block, new SettingField("enabled", Flag), new("key", Text) { IsSecret = true }) { Since = "v4.1.0" },
        new("bounce.lettermint", Block, new SettingField("enabled", Flag), new("key", Text) { IsSecret = true }) { Since = "v6.1.0" },
        new("bounce.azure", Block, new SettingField("enabled", Flag), new("shared_secret", Text) { IsSecret = true },
            new("shared_secret_header", Text)) { Since = "v6.2.0" },
        new("bounce.mailboxes", Blocks, Mailbox),
        new("appearance.admin.custom_css", Text), new("appearance.admin.custom_js", Text),
        new("appearance.public.custom_css", Text), new("appearance.public.custom_js", Text),
        new("maintenance.db", Block, new SettingField("vacuum", Flag), new("vacuum_cron_interval", Text)) { Since = "v6.0.0" },
    ];

    /// <summary>The structure of one version.</summary>
    public static SettingField[] Of(ListmonkVersion version) => Of(All, version);

    private static SettingField[] Of(SettingField[] fields, ListmonkVersion version) =>
    [
        .. from field in fields
           where field.Since is null || ListmonkVersion.Parse(field.Since).CompareTo(version) <= 0
           where field.Until is null || ListmonkVersion.Parse(field.Until).CompareTo(version) > 0
           select field with { Members = Of(field.Members, version) },
    ];
}
