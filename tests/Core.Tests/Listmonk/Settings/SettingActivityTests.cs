using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Whether a value that is shown is used: told only where it is known (G4, G26).</summary>
public sealed class SettingActivityTests
{
    private const string Url = "app.root_url";

    [Fact]
    public async Task An_edit_by_SQL_is_seen_where_the_server_tells_what_it_loaded()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        Assert.True(await IsActiveAsync(bench, Access.Api, Url));
        await bench.SqlAsync($"update settings set value = '\"https://new.example.org\"' where key = '{Url}'");
        Assert.False(await IsActiveAsync(bench, Access.Api, Url));
        Assert.False(await IsActiveAsync(bench, Access.Api | Access.Database, Url));
        Assert.Null(await IsActiveAsync(bench, Access.Database, Url));
        Assert.Null(await IsActiveAsync(bench, Access.Api, SettingWorld.Switch));
        await bench.World.Server.ReloadAsync(TestContext.Current.CancellationToken);
        Assert.True(await IsActiveAsync(bench, Access.Api, Url));
    }

    [Fact]
    public async Task While_a_campaign_runs_our_own_change_is_known_to_wait_and_others_may()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync("""
            insert into campaigns (uuid, name, subject, from_email, body, status, messenger)
            values (gen_random_uuid(), 'Weekly', 'News', 'news@example.org', 'text', 'running', 'email')
            """);
        ListmonkSession session = bench.Session(Access.Api);
        await bench.SetAsync(session, SettingWorld.Switch, false);
        Dictionary<string, bool?> active = (await bench.ReadAsync(session)).Settings.ToDictionary(setting => setting.Name, setting => setting.IsActive);
        Assert.Equal((false, true, null), (active[SettingWorld.Switch], active[Url], active["app.concurrency"]));
        Assert.Contains("has not loaded yet", bench.Notices.Warnings.Last(), StringComparison.Ordinal);
        await bench.World.Server.ReloadAsync(TestContext.Current.CancellationToken);
        Assert.Null((await bench.ReadAsync(session, SettingWorld.Switch)).Settings[0].IsActive);
    }

    [Fact]
    public async Task A_row_that_was_written_after_the_start_is_not_loaded()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync($"update settings set value = 'false', updated_at = now() + interval '1 day' where key = '{SettingWorld.Switch}'");
        Assert.False(await IsActiveAsync(bench, Access.Api | Access.Database, SettingWorld.Switch));
        Assert.Null(await IsActiveAsync(bench, Access.Database, SettingWorld.Switch));
    }

    /// <summary>The log has no zone: what is claimed has to hold in every one.</summary>
    [Theory]
    [InlineData("2026/05/08 12:00:00.000001 main.go:103: v6.2.0", "2026/05/08 12:00:05.000001 x", "2026-05-08T12:00:07Z", "2026-05-08T12:02:02Z")]
    [InlineData("2026/05/01 12:00:00 main.go:103: v3.0.0", "2026/05/01 12:00:05 x", "2026-05-08T12:00:07Z", "2026-05-02T00:02:00Z")]
    [InlineData("2026/05/08 20:00:00 main.go:103: v6.2.0", "2026/05/08 23:00:00 x", "2026-05-08T13:00:00Z", "2026-05-08T10:02:00Z")]
    public void The_start_is_bounded_by_the_log(string first, string last, string now, string notAfter) =>
        Assert.Equal(At(notAfter), ProcessStart.Of([first, last], At(now)).NotAfter);

    [Fact]
    public void A_log_without_times_tells_nothing()
    {
        Assert.Equal(ProcessStart.Unknown, ProcessStart.Of([], DateTimeOffset.UnixEpoch));
        Assert.Equal(ProcessStart.Unknown, ProcessStart.Of(["no time here at all"], DateTimeOffset.UnixEpoch));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<bool?> IsActiveAsync(SettingWorld bench, Access access, string name) =>
        Assert.Single((await bench.ReadAsync(bench.Session(access), name)).Settings).IsActive;
}
