using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>The main promise: one setting changes, and every other row is what it was, secrets included.</summary>
public sealed class SettingChangeTests
{
    private const string Switch = SettingWorld.Switch;

    /// <summary>Version, accesses of the session, the way that is insisted on, the way that is taken.</summary>
    public static TheoryData<string, Access, Access, Access> Ways => new()
    {
        { "v3.0.0", Access.Api, Access.None, Access.Api }, // all settings at once
        { "v3.0.0", Access.Api | Access.Database, Access.None, Access.Database }, // one row, then reload
        { "v3.0.0", Access.Api | Access.Database, Access.Api, Access.Api },
        { "v6.2.0", Access.Api, Access.None, Access.Api }, // one key
        { "v6.2.0", Access.Api | Access.Database, Access.None, Access.Api },
        { "v6.2.0", Access.Api | Access.Database, Access.Database, Access.Database },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task One_setting_changes_and_is_active_and_every_other_row_is_what_it_was(string version, Access access, Access insisted, Access taken)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await SwitchOffAsync(bench);
        Assert.False(await bench.MailsSignUpsAsync());
        SortedDictionary<string, string> before = await bench.RowsAsync();

        ListmonkSettingChange change = await bench.SetAsync(bench.Session(access), Switch, true, insisted);

        Assert.Equal((false, true), (change.OldValue, change.NewValue));
        Assert.Equal((true, taken, true, false), (change.Changed, change.Via, change.IsActive, change.NeedsRestart));
        Assert.Empty(change.AlsoDiffers);
        Assert.Empty(bench.Notices.Warnings);
        before[Switch] = "true";
        Assert.Equal(before, await bench.RowsAsync());
        Assert.Equal(3, bench.World.Server.Starts);
        Assert.True(await bench.MailsSignUpsAsync());
    }

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task With_the_database_alone_the_value_is_stored_and_waits_for_a_restart(string version)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await SwitchOffAsync(bench);
        SortedDictionary<string, string> before = await bench.RowsAsync();

        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Database), Switch, true);

        Assert.Equal((true, Access.Database, false, true), (change.Changed, change.Via, change.IsActive, change.NeedsRestart));
        Assert.Null(change.LogPath);
        Assert.Contains("has to be restarted", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
        before[Switch] = "true";
        Assert.Equal(before, await bench.RowsAsync());
        Assert.False(await bench.MailsSignUpsAsync());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Neither_a_plan_nor_a_value_that_is_there_already_writes_anything(string version, Access access, Access insisted, Access taken)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSession session = bench.Session(access);

        SettingChangePlan plan = await bench.PlanAsync(session, "APP.send_optin_confirmation", "false", insisted);
        Assert.Equal((Switch, true, false, true, taken), (plan.Items[0].Name, plan.Items[0].OldValue, plan.Items[0].NewValue, plan.IsNeeded, plan.Via));
        Assert.StartsWith("Change true to false ", plan.Action, StringComparison.Ordinal);

        Assert.False((await bench.PlanAsync(session, Switch, true, insisted)).IsNeeded);
        ListmonkSettingChange change = await bench.SetAsync(session, Switch, true, insisted);
        Assert.Equal((false, taken, null, false), (change.Changed, change.Via, change.IsActive, change.NeedsRestart));
        Assert.Equal((true, true), (change.OldValue, change.NewValue));

        Assert.Equal(before, await bench.RowsAsync());
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
        Assert.Equal(1, bench.World.Server.Starts);
        Assert.False(Directory.Exists(bench.StateFolder));
    }

    /// <summary>Every kind of scalar, on the way that checks nothing and on the way that writes everything.</summary>
    [Theory]
    [InlineData("v3.0.0", "app.concurrency", "12", "12")]
    [InlineData("v3.0.0", "app.root_url", "https://news.example.org/", "\"https://news.example.org\"")]
    [InlineData("v3.0.0", "app.message_sliding_window_duration", "1h30m", "\"1h30m\"")]
    [InlineData("v6.2.0", "app.concurrency", 12, "12")]
    [InlineData("v6.2.0", "app.root_url", "https://news.example.org/", "\"https://news.example.org\"")]
    [InlineData("v6.2.0", "app.cache_slow_queries_interval", "0 4 * * *", "\"0 4 * * *\"")]
    [InlineData("v6.2.0", "app.site_name", "\u5F20\u4F1F \U0001F4EC <b>'\"", "\"\u5F20\u4F1F \U0001F4EC <b>'\\\"\"")]
    public async Task Every_kind_of_value_is_stored_as_it_is_meant(string version, string name, object value, string json)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api), name, value);
        Assert.Equal((true, true), (change.Changed, change.IsActive));
        before[name] = json;
        Assert.Equal(before, await bench.RowsAsync());
    }

    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v3.0.0", Access.Database)]
    [InlineData("v6.2.0", Access.Api)]
    public async Task A_secret_can_be_set_and_is_never_shown(string version, Access access)
    {
        const string Secret = "brand-new-sendgrid-secret";
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSession session = bench.Session(access);
        SettingChangePlan plan = await bench.PlanAsync(session, "bounce.sendgrid_key", Secret);
        ListmonkSettingChange change = await bench.ApplyAsync(session, plan);

        before["bounce.sendgrid_key"] = $"\"{Secret}\"";
        Assert.Equal(before, await bench.RowsAsync());
        string shown = string.Join(' ', [plan.Action, $"{plan.Items[0].OldValue}{plan.Items[0].NewValue}{change.OldValue}{change.NewValue}", .. bench.Notices.All]);
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.All(bench.World.Secrets, secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
    }

    /// <summary>Both admins saved; ours may not undo the other's (G9).</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_a_colleague_changes_meanwhile_is_told_and_kept(string version, Access access, Access insisted, Access taken)
    {
        await using SettingWorld world = await SettingWorld.CreateAsync(version);
        await SwitchOffAsync(world);
        bool isDone = false;
        HeardNotices notices = new()
        {
            OnVerbose = _ =>
            {
                if (!isDone) world.SqlAsync("update settings set value = '\"Colleague\"' where key = 'app.site_name'").GetAwaiter().GetResult();
                isDone = true;
            },
        };
        ListmonkSession session = world.Session(access);
        ListmonkSettingChange change = await world.ApplyAsync(session, await world.PlanAsync(session, Switch, true, insisted), notices);

        Assert.Equal((taken, true), (change.Via, change.NewValue));
        Assert.Equal("app.site_name", Assert.Single(change.AlsoDiffers));
        Assert.Contains("app.site_name", Assert.Single(notices.Warnings), StringComparison.Ordinal);
        Assert.Equal("\"Colleague\"", await world.RowAsync("app.site_name"));
        Assert.True(isDone);
    }

    internal static async Task SwitchOffAsync(SettingWorld bench)
    {
        await bench.SqlAsync($"update settings set value = 'false' where key = '{Switch}'");
        await bench.World.Server.ReloadAsync(TestContext.Current.CancellationToken);
    }
}
