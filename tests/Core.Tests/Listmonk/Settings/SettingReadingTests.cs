using System.Text.Encodings.Web;
using System.Text.Json;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

public sealed class SettingReadingTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task Both_accesses_give_the_same_answer(string version)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SettingReading api = await bench.ReadAsync(bench.Session(Access.Api));
        SettingReading database = await bench.ReadAsync(bench.Session(Access.Database, isReader: true));

        Assert.All(api.Settings, setting => Assert.Equal(Access.Api, setting.Source));
        Assert.All(database.Settings, setting => Assert.Equal(Access.Database, setting.Source));
        // The one row that the API leaves out.
        Assert.Equal(Lines(api), Lines(database).Where(line => !line.StartsWith("upload.max_file_size", StringComparison.Ordinal)));
        Assert.DoesNotContain(database.Settings, setting => setting.Name == "migrations");
        Assert.Empty(bench.Notices.Warnings);
    }

    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v3.0.0", Access.Database)]
    [InlineData("v6.2.0", Access.Api)]
    [InlineData("v6.2.0", Access.Database)]
    public async Task Every_key_is_known_and_none_shows_a_secret(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SettingReading reading = await bench.ReadAsync(bench.Session(access));
        string shown = JsonSerializer.Serialize(reading.Settings, Readable);

        Assert.All(bench.World.Secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
        Assert.Contains("\u2022\u2022\u2022\u2022\u2022\u2022\u2022\u2022", shown, StringComparison.Ordinal);
        Assert.All(reading.Settings, setting => Assert.NotEqual(SettingValueType.Unknown, setting.Type));
        Assert.All(reading.Settings, setting => Assert.NotEqual("", setting.Description));
    }

    [Fact]
    public async Task A_setting_is_told_with_all_that_is_known_of_it()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSetting setting = Assert.Single((await bench.ReadAsync(bench.Session(Access.Api), "APP.show_*")).Settings);
        Assert.Equal("app.show_optin_page", setting.Name);
        Assert.Equal(true, setting.Value);
        Assert.Equal(true, setting.Default);
        Assert.Equal(SettingValueType.Boolean, setting.Type);
        Assert.Equal("v6.2.0", setting.Since);
        Assert.Equal("bench", setting.Session);
        Assert.False(setting.IsSecret);
    }

    [Fact]
    public async Task Names_select_and_come_in_order()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        SettingReading reading = await bench.ReadAsync(bench.Session(Access.Api), "smtp", "app.*url", "App.Root_Url", "no.such.*");
        Assert.Equal(["app.favicon_url", "app.logo_url", "app.root_url", "smtp"], reading.Settings.Select(setting => setting.Name).Order(StringComparer.Ordinal));
        Assert.Equal(reading.Settings.Select(setting => setting.Name).Order(StringComparer.Ordinal), reading.Settings.Select(setting => setting.Name));
        Assert.Empty(reading.Failures);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_a_failure_of_its_own()
    {
        (string Name, string Id, string Message)[] names =
        [
            ("app.send_optin_confirmaton", "SettingNotFound", "There is no setting 'app.send_optin_confirmaton'. Near it: app.send_optin_confirmation."),
            ("weather", "SettingNotFound", "There is no setting 'weather'."),
            ("migrations", "SettingNotFound", "There is no setting 'migrations'."),
            ("app.show_optin_page", "SettingNotInVersion", "listmonk v3.0.0 has no setting app.show_optin_page: it came with v6.2.0."),
            ("security.cors_origins", "SettingNotInVersion", "listmonk v3.0.0 has no setting security.cors_origins: it came with v6.0.0 and went with v6.2.0."),
            ("upload.max_file_size", "SettingNotInApi", "listmonk's API leaves out upload.max_file_size; only the database has it."),
        ];
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        SettingReading reading = await bench.ReadAsync(bench.Session(Access.Api), [.. names.Select(name => name.Name), "app.lang"]);
        Assert.Equal("app.lang", Assert.Single(reading.Settings).Name);
        Assert.Equal(names.Select(name => (name.Id, name.Message)), reading.Failures.Select(failure => (failure.Id, failure.Message)));
    }

    /// <summary>G32: one row of the wrong type and the API reads none.</summary>
    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task A_row_of_the_wrong_type_is_read_from_the_database_and_told(string version)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await bench.SqlAsync($"update settings set value = '\"yes\"' where key = '{SettingWorld.Switch}'");

        ListmonkSetting setting = Assert.Single((await bench.ReadAsync(bench.Session(Access.Api | Access.Database), SettingWorld.Switch)).Settings);
        Assert.Equal(("yes", Access.Database), (setting.Value, setting.Source));
        Assert.Equal(2, bench.Notices.Warnings.Count);
        Assert.Contains(bench.Notices.Warnings, text => text.Contains("the API cannot", StringComparison.Ordinal));
        Assert.Contains(bench.Notices.Warnings, text => text.StartsWith($"The settings row of {SettingWorld.Switch} has the wrong JSON type", StringComparison.Ordinal));

        Failure failure = await SettingWorld.FailureOfAsync(bench.ReadAsync(bench.Session(Access.Api)));
        Assert.Equal("SettingsUnreadable", failure.Id);
        Assert.Contains("wrong JSON type", failure.Message, StringComparison.Ordinal);
        Assert.Contains("database", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_are_missing_unknown_or_left_over_are_shown_as_what_they_are()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync($"delete from settings where key in ('{SettingWorld.Switch}', 'maintenance.db')");
        await bench.SqlAsync("insert into settings (key, value) values ('app.brand_new', '{\"api_token\": \"geheim\", \"on\": true}'), ('security.captcha_key', '\"old\"')");

        SettingReading reading = await bench.ReadAsync(bench.Session(Access.Database));
        Assert.Null(reading.Settings.Single(setting => setting.Name == SettingWorld.Switch).Value);
        Assert.DoesNotContain(reading.Settings, setting => setting.Name == "security.captcha_key");
        ListmonkSetting unknown = reading.Settings.Single(setting => setting.Name == "app.brand_new");
        Assert.Equal((SettingValueType.Unknown, true, ""), (unknown.Type, unknown.IsSecret, unknown.Description));
        Assert.DoesNotContain("geheim", JsonSerializer.Serialize(unknown), StringComparison.Ordinal);
        // maintenance.db is missing on healthy servers too: no word of it.
        Assert.StartsWith($"There is no settings row for {SettingWorld.Switch}:", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_read_through_its_database()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api | Access.Database);
        await bench.World.Server.StopAsync();
        Assert.Equal(Access.Database, Assert.Single((await bench.ReadAsync(session, "app.lang")).Settings).Source);
        Assert.Contains("cannot be reached", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
        Assert.Equal("ApiUnreachable", (await SettingWorld.FailureOfAsync(bench.ReadAsync(bench.Session(Access.Api)))).Id);
    }

    [Fact]
    public void The_known_settings_need_no_server()
    {
        IReadOnlyList<ListmonkSetting> known = new Core.Listmonk.Settings.SettingDoor("unused").Known;
        Assert.Equal(73, known.Count(setting => !setting.Name.Contains('/', StringComparison.Ordinal)));
        Assert.Contains(known, setting => setting is { Name: "smtp/0/tls_type", Type: SettingValueType.String, Default: "STARTTLS" });
        Assert.Contains(known, setting => setting is { Name: "security.captcha/hcaptcha/secret", IsSecret: true });
        Assert.Contains(known, setting => setting is { Name: SettingWorld.Switch, Type: SettingValueType.Boolean, Default: true });
    }

    private static IEnumerable<string> Lines(SettingReading reading) =>
        reading.Settings.Select(setting => $"{setting.Name} {setting.Type} {JsonSerializer.Serialize(setting.Value)} {setting.IsSecret}");
}
