using System.Text.Json.Nodes;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSettingReadTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    public static TheoryData<string> VersionsWithKey => ListmonkVersions.WithSettingByKey;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G07_secrets_come_as_one_bullet_a_character(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        Answer answer = await api.GetAsync("/api/settings");

        string password = (await world.ScalarAsync<string>("select value->0->>'password' from settings where key = 'smtp'", Cancel))!;
        Assert.Equal(new string('\u2022', password.Length), (string?)answer.Data!["smtp"]![0]!["password"]);
        Assert.Contains("\u2022", answer.Text, StringComparison.Ordinal);
        Assert.All(world.Secrets, secret => Assert.DoesNotContain(secret, answer.Text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_row_is_shown_but_the_two_that_are_in_no_structure(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        string rows = (await world.ScalarAsync<string>(
            "select string_agg(key, ' ' order by key collate \"C\") from settings where key not in ('migrations', 'upload.max_file_size')", Cancel))!;

        JsonObject settings = await api.SettingsAsync();

        Assert.Equal(rows, string.Join(' ', settings.Select(setting => setting.Key).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("v3.0.0", "security.captcha_secret", "app.show_optin_page")]
    [InlineData("v6.2.0", "app.show_optin_page", "security.captcha_secret")]
    public async Task Keys_of_other_versions_are_not_shown(string version, string there, string away)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        JsonObject settings = await api.SettingsAsync();

        Assert.True(settings.ContainsKey(there));
        Assert.False(settings.ContainsKey(away));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task An_empty_secret_of_s3_is_not_listed_but_any_other_is(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Fresh);
        using ApiClient api = new(world);

        JsonObject settings = await api.SettingsAsync();

        Assert.False(settings.ContainsKey("upload.s3.aws_secret_access_key"));
        Assert.Equal("", (string?)settings["bounce.sendgrid_key"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G05_a_missing_row_shows_its_zero_value(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await world.ExecuteAsync("delete from settings where key in ('app.send_optin_confirmation', 'app.root_url', 'app.notify_emails')", Cancel);

        JsonObject settings = await api.SettingsAsync();

        Assert.False((bool)settings["app.send_optin_confirmation"]!);
        Assert.Equal("", (string?)settings["app.root_url"]);
        Assert.Null(settings["app.notify_emails"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G32_a_row_of_the_wrong_type_breaks_reading_and_writing(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        JsonObject before = await api.CleanSettingsAsync();
        await SetByHandAsync(world, "app.send_optin_confirmation", "\"true\"");

        Answer read = await api.GetAsync("/api/settings");
        Answer write = await api.PutSettingsAsync(world, before);

        Assert.Equal((500, 500), (read.Status, write.Status));
        Assert.StartsWith("Error encoding settings: ", read.Message, StringComparison.Ordinal);
        // The start takes the text for "on" all the same.
        Assert.True((bool)(await api.SignUpAsync("typed@example.org", WeeklyLetter)).Data!["has_optin"]!);
    }

    [Theory]
    [MemberData(nameof(VersionsWithKey))]
    public async Task G32_a_write_by_key_repairs_the_type(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await SetByHandAsync(world, "app.send_optin_confirmation", "\"true\"");

        Answer write = await api.PutSettingAsync(world, "app.send_optin_confirmation", "true");

        Assert.Equal(200, write.Status);
        Assert.True((bool)(await api.SettingsAsync())["app.send_optin_confirmation"]!);
    }
}
