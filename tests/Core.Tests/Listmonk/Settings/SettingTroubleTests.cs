using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Trouble beside the change itself: it is told, and what is said of the change stays true.</summary>
public sealed class SettingTroubleTests
{
    private const string Switch = SettingWorld.Switch;

    [Fact]
    public async Task Where_the_role_may_not_see_campaigns_no_reload_is_forced()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        await bench.SqlAsync($"revoke select on campaigns from {bench.World.DatabaseUser}");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false);
        Assert.Equal((true, Access.Database, false, true), (change.Changed, change.Via, change.IsActive, change.NeedsRestart));
        Assert.Contains("may not read whether a campaign runs", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, bench.World.Server.Starts);
    }

    [Fact]
    public async Task A_reload_that_is_refused_leaves_the_value_stored_and_not_active()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api | Access.Database, isApiReader: true);
        ListmonkSettingChange change = await bench.SetAsync(session, Switch, false, Access.Database);
        Assert.Equal((true, false, false, true), (change.Changed, change.NewValue, change.IsActive, change.NeedsRestart));
        Assert.Contains("settings:manage", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_may_not_be_read_does_not_stop_the_change()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0", downtime: TimeSpan.FromSeconds(2)); // without a log it is all that shows the restart
        await bench.SqlAsync("update roles set permissions = '{settings:manage}' where name = 'Operator'");
        await bench.World.Server.ReloadAsync(TestContext.Current.CancellationToken);
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false);
        Assert.Equal((Access.Api, true), (change.Via, change.IsActive));
        Assert.Null(change.LogPath);
        Assert.Contains("could not be saved", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_read_gives_way_to_the_API()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync($"revoke select on settings from {bench.World.ReadUser}");
        ListmonkSession session = bench.Session(Access.Api | Access.Database, isReader: true, isApiReader: false);
        ListmonkSettingChange change = await bench.SetAsync(session, Switch, false);
        Assert.Equal((Access.Api, true), (change.Via, change.IsActive));
        Assert.All(bench.Notices.Warnings, text => Assert.Contains("the database cannot be read", text, StringComparison.Ordinal));
        Assert.NotEmpty(bench.Notices.Warnings);
    }

    [Fact]
    public async Task What_cannot_be_read_back_is_a_failure_that_says_so()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api, time: new FastTime(40, ReloadWatch.Bound));
        SettingChangePlan plan = await bench.PlanAsync(session, Switch, false);
        bool isWritten = false;
        bench.World.Server.BeforeRequest = async (method, path) =>
        {
            if (isWritten) await bench.SqlAsync("update settings set value = '\"ten\"' where key = 'app.batch_size'");
            isWritten |= method == "PUT";
        };
        Failure failure = await SettingWorld.FailureOfAsync(bench.ApplyAsync(session, plan));
        Assert.Equal("SettingNotReadBack", failure.Id);
        Assert.Contains("a settings row has the wrong JSON type", failure.Message, StringComparison.Ordinal);
        Assert.Equal("false", await bench.RowAsync(Switch));
    }

    [Fact]
    public async Task Names_of_rows_are_harmless_wherever_they_are_told()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api | Access.Database);
        SettingChangePlan plan = await bench.PlanAsync(session, Switch, false);
        HeardNotices notices = new()
        {
            OnVerbose = _ => bench.SqlAsync("insert into settings (key, value) values (E'evil\\x1b[2J', '1') on conflict do nothing").GetAwaiter().GetResult(),
        };
        ListmonkSettingChange change = await bench.ApplyAsync(session, plan, notices);
        Assert.Equal("evil\\u{1B}[2J", Assert.Single(change.AlsoDiffers));
        Assert.DoesNotContain(Assert.Single(notices.Warnings), char.IsControl);
        Assert.Equal("evil\\u{1B}[2J", Assert.Single((await bench.ReadAsync(bench.Session(Access.Database), "evil*")).Settings).Name);
    }

    [Fact]
    public async Task A_table_without_most_rows_is_one_warning()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        int gone = await bench.SqlAsync("delete from settings where key like 'app.%' and key <> 'app.lang'");
        await bench.ReadAsync(bench.Session(Access.Database));
        Assert.Contains($" and {gone - 5} more:", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }
}
