using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Rows that are missing (G5) or of the wrong type (G32): mended through the database only.</summary>
public sealed class SettingRowTests
{
    private const string Switch = SettingWorld.Switch;

    public static TheoryData<string, string> Broken => new()
    {
        { "v3.0.0", "delete from settings where key = 'app.send_optin_confirmation'" },
        { "v3.0.0", "update settings set value = '\"true\"' where key = 'app.send_optin_confirmation'" },
        { "v6.2.0", "delete from settings where key = 'app.send_optin_confirmation'" },
        { "v6.2.0", "update settings set value = '\"no\"' where key = 'app.send_optin_confirmation'" },
        { "v6.2.0", "update settings set value = '1' where key = 'app.send_optin_confirmation'" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_database_mends_the_row_and_the_server_reloads(string version, string sql)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        SortedDictionary<string, string> healthy = await bench.RowsAsync();
        await bench.SqlAsync(sql);

        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, true);

        Assert.Equal((true, Access.Database, true), (change.Changed, change.Via, change.IsActive));
        Assert.Empty(change.AlsoDiffers);
        Assert.Equal(healthy, await bench.RowsAsync());
        Assert.True(await bench.MailsSignUpsAsync());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_API_is_not_taken_for_it(string version, string sql)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await bench.SqlAsync(sql);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        Failure failure = await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api | Access.Database), Switch, true, Access.Api));
        Assert.Equal(sql.StartsWith("delete", StringComparison.Ordinal) ? "SettingRowMissing" : "SettingRowWrongType", failure.Id);
        Assert.Equal(before, await bench.RowsAsync());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task The_API_alone_cannot_and_says_so(string version, string sql)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await bench.SqlAsync(sql);
        Failure failure = await SettingWorld.FailureOfAsync(bench.SetAsync(bench.Session(Access.Api), Switch, true));
        Assert.Equal(sql.StartsWith("delete", StringComparison.Ordinal) ? "SettingNotStored" : "SettingsUnreadable", failure.Id);
        Assert.Contains("database", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_only_read_is_told_so()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync($"delete from settings where key = '{Switch}'");
        Assert.Equal(
            "SettingsReadOnly",
            (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api | Access.Database, isReader: true), Switch, true))).Id);
    }

    [Fact]
    public async Task JSON_null_is_no_wrong_type_but_is_no_value_either()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync($"update settings set value = 'null' where key = '{Switch}'");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false);
        Assert.Equal((null, false, Access.Api), (change.OldValue, change.NewValue, change.Via));
        Assert.Equal("false", await bench.RowAsync(Switch));
    }

    [Fact]
    public async Task A_row_of_another_setting_that_is_of_the_wrong_type_does_not_stop_the_change()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        await bench.SqlAsync("update settings set value = '\"ten\"' where key = 'app.batch_size'");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false);
        Assert.Equal((Access.Database, true), (change.Via, change.IsActive));
        Assert.Equal("\"ten\"", await bench.RowAsync("app.batch_size"));
    }
}
