using System.Text.Json.Nodes;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed class StandInSettingWriteTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G07_blanked_secrets_and_kept_uuids_change_nothing_but_the_member(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        string before = await RowsAsync(world);
        JsonObject settings = await api.CleanSettingsAsync();
        settings["app.site_name"] = "Renamed";

        Answer answer = await api.PutSettingsAsync(world, settings);

        Assert.Equal((200, true), (answer.Status, (bool)answer.Data!));
        Assert.Equal("Renamed", (string?)(await api.SettingsAsync())["app.site_name"]);
        await world.ExecuteAsync("update settings set value = '\"Example Lists\"' where key = 'app.site_name'", Cancel);
        Assert.Equal(before, await RowsAsync(world));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G07_a_mask_that_is_sent_back_becomes_the_password_and_mail_dies(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await api.PutSettingsAsync(world, await api.SettingsAsync());

        string? stored = await world.ScalarAsync<string>("select value->0->>'password' from settings where key = 'smtp'", Cancel);
        Assert.Equal("\u2022", stored![..1]);
        await api.SignUpAsync("masked@example.org", WeeklyLetter);
        await LoggedAsync(world, "535");
        Assert.Empty(world.Mail.Received);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G07_a_block_without_uuid_takes_the_password_of_the_last_one_without(string version)
    {
        await using World world = await WorldAsync(version, WorldHistory.Fresh);
        using ApiClient api = new(world);
        await world.ExecuteAsync(
            """
            update settings set value = jsonb_set(jsonb_set(value, '{0,password}', '"first"'), '{1,password}', '"last"') where key = 'smtp'
            """,
            Cancel);

        await api.PutSettingsAsync(world, await api.CleanSettingsAsync());

        Assert.Equal("last last", await world.ScalarAsync<string>(
            "select (value->0->>'password') || ' ' || (value->1->>'password') from settings where key = 'smtp'", Cancel));
        Assert.Equal(36, await world.ScalarAsync<int>("select length(value->0->>'uuid') from settings where key = 'smtp'", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G07_a_new_block_beside_blocks_with_uuid_gets_no_password(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        JsonObject settings = await api.CleanSettingsAsync();
        settings["smtp"]![1]!.AsObject().Remove("uuid");

        await api.PutSettingsAsync(world, settings);

        Assert.Equal("", await world.ScalarAsync<string>("select value->1->>'password' from settings where key = 'smtp'", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G06_what_is_left_out_becomes_empty_and_the_server_does_not_come_up_again(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        JsonObject settings = await api.CleanSettingsAsync();
        JsonObject little = new() { ["smtp"] = settings["smtp"]!.DeepClone(), ["app.send_optin_confirmation"] = true };

        Answer answer = await api.PutSettingsAsync(world, little);

        Assert.Equal(200, answer.Status);
        Assert.Equal("false 0 null \"\"", await world.ScalarAsync<string>(
            """
            select string_agg(value::text, ' ' order by key) from settings
            where key in ('app.check_updates', 'app.concurrency', 'app.notify_emails', 'app.root_url')
            """,
            Cancel));
        Assert.False(world.Server.IsRunning);
        Assert.NotNull(world.Server.StartFailure);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync("/health"));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G05_a_missing_row_is_not_made(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await world.ExecuteAsync("delete from settings where key = 'app.send_optin_confirmation'", Cancel);
        JsonObject settings = await api.CleanSettingsAsync();
        settings["app.send_optin_confirmation"] = true;

        Answer answer = await api.PutSettingsAsync(world, settings);

        Assert.Equal(200, answer.Status);
        Assert.Equal(0, await world.ScalarAsync<long>("select count(*) from settings where key = 'app.send_optin_confirmation'", Cancel));
        Assert.False((bool)(await api.SignUpAsync("rowless@example.org", WeeklyLetter)).Data!["has_optin"]!);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G08_the_times_of_the_rows_stay(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        DateTime before = await world.ScalarAsync<DateTime>("select max(updated_at) from settings", Cancel);
        JsonObject settings = await api.CleanSettingsAsync();
        settings["app.send_optin_confirmation"] = false;

        await api.PutSettingsAsync(world, settings);

        Assert.Equal(before, await world.ScalarAsync<DateTime>("select max(updated_at) from settings", Cancel));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G09_of_two_writers_the_last_wins_on_all_keys(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        JsonObject mine = await api.CleanSettingsAsync();
        JsonObject theirs = await api.CleanSettingsAsync();
        theirs["app.site_name"] = "Theirs";
        mine["app.message_rate"] = 7;

        await api.PutSettingsAsync(world, theirs);
        await api.PutSettingsAsync(world, mine);

        Assert.Equal("Example Lists", (string?)(await api.SettingsAsync())["app.site_name"]);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_put_is_refused_whole_and_a_good_one_is_tidied(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        string before = await RowsAsync(world);
        JsonObject settings = await api.CleanSettingsAsync();

        Answer nothing = await api.PutAsync("/api/settings", "{}");
        Answer mistyped = await api.PutAsync("/api/settings", With(settings, "app.concurrency", "ten"));
        Answer broken = await api.PutAsync("/api/settings", "{\"smtp\": ");
        Answer plain = await api.PutAsync("/api/settings", settings.ToJsonString(), "text/plain");
        JsonArray hasty = [new JsonObject { ["scan_interval"] = "30s" }];
        Answer interval = await api.PutAsync("/api/settings", With(settings, "bounce.mailboxes", hasty));

        Assert.Equal((400, "At least one SMTP block should be enabled"), (nothing.Status, nothing.Message));
        Assert.Equal((400, 400, 415, 400), (mistyped.Status, broken.Status, plain.Status, interval.Status));
        Assert.Equal(before, await RowsAsync(world));

        settings["app.root_url"] = "https://lists.example.org//";
        settings["no.such.key"] = 1;
        Assert.Equal(200, (await api.PutSettingsAsync(world, settings)).Status);
        Assert.Equal(before, await RowsAsync(world));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G26_with_a_running_campaign_the_value_is_stored_but_not_active(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await world.ExecuteAsync(
            """
            insert into campaigns (uuid, name, subject, from_email, body, status, messenger)
            values (gen_random_uuid(), 'Long one', 's', 'a@example.org', 'b', 'running', 'email')
            """,
            Cancel);
        JsonObject settings = await api.CleanSettingsAsync();
        settings["app.send_optin_confirmation"] = false;
        int starts = world.Server.Starts;

        Answer answer = await api.PutAsync("/api/settings", settings.ToJsonString());

        Assert.True((bool)answer.Data!["needs_restart"]!);
        Assert.True((bool)(await api.GetAsync("/api/config")).Data!["needs_restart"]!);
        Assert.Single((await api.GetAsync("/api/campaigns/running/stats")).Data!.AsArray());
        Assert.False((bool)(await api.SettingsAsync())["app.send_optin_confirmation"]!);
        Assert.True((bool)(await api.SignUpAsync("waiting@example.org", WeeklyLetter)).Data!["has_optin"]!);
        Assert.Equal(starts, world.Server.Starts);

        Task restarted = world.Server.NextStartAsync(Cancel);
        Assert.Equal(200, (await api.PostAsync("/api/admin/reload")).Status);
        await restarted;
        Assert.False((bool)(await api.GetAsync("/api/config")).Data!["needs_restart"]!);
        Assert.False((bool)(await api.SignUpAsync("late@example.org", WeeklyLetter)).Data!["has_optin"]!);
    }

    private static Task<string> RowsAsync(World world) =>
        world.ScalarAsync<string>("select jsonb_object_agg(key, jsonb_build_array(value, updated_at))::text from settings", Cancel)!;

    private static string With(JsonObject settings, string key, JsonNode value)
    {
        JsonObject changed = settings.DeepClone().AsObject();
        changed[key] = value;
        return changed.ToJsonString();
    }
}
