using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>What cannot be done without loss is refused, and nothing is written then.</summary>
public sealed class SettingRefusalTests
{
    private const string Switch = SettingWorld.Switch;

    [Theory]
    [InlineData("v3.0.0", Access.Api | Access.Database)]
    [InlineData("v3.0.0", Access.Database)]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v6.2.0", Access.Api | Access.Database)]
    public async Task A_change_between_plan_and_write_is_not_overwritten(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        ListmonkSession session = bench.Session(access);
        SettingChangePlan plan = await bench.PlanAsync(session, "app.site_name", "Ours");
        await bench.SqlAsync("update settings set value = '\"Theirs\"' where key = 'app.site_name'");

        Assert.Equal("SettingChangedMeanwhile", (await SettingWorld.FailureOfAsync(ApplyAsync(bench, session, plan))).Id);
        Assert.Equal("\"Theirs\"", await bench.RowAsync("app.site_name"));
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
    }

    /// <summary>The last look is not the guard: the statement itself compares.</summary>
    [Theory]
    [InlineData("\"Example Lists\"", "Theirs")]
    [InlineData(null, "Theirs")]
    public async Task Compare_and_set_writes_only_over_what_was_read(string? row, string theirs)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        await bench.SqlAsync($"update settings set value = '\"{theirs}\"' where key = 'app.site_name'");
        DatabaseWriter writer = new(SettingAccess.Of(bench.Session(Access.Api | Access.Database)), bench.Notices);
        SettingEdit edit = new(SettingTarget.Of("app.site_name"), null, JsonValue.Create("Ours"), true);
        PlannedChange change = new([edit], [new PlannedRow(edit.Target.Key!, [edit], null)], WritePath.Database, Access.Database);
        Dictionary<string, SettingRow> rows = row is null ? [] : new() { ["app.site_name"] = new SettingRow("app.site_name", row, null) };

        Assert.Equal("SettingChangedMeanwhile", (await SettingWorld.FailureOfAsync(writer.WriteAsync(change, SettingSnapshot.OfDatabase(rows, null), TestContext.Current.CancellationToken))).Id);
        Assert.Equal($"\"{theirs}\"", await bench.RowAsync("app.site_name"));
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
    }

    /// <summary>G7 on a fresh installation of v3: two SMTP blocks with passwords and no uuid.</summary>
    [Fact]
    public async Task All_settings_are_not_written_where_secrets_would_be_mixed_up()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0", WorldHistory.Fresh);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        Failure failure = await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api), Switch, false));
        Assert.Equal("SettingWouldLoseSecret", failure.Id);
        Assert.Contains("secrets of smtp", failure.Message, StringComparison.Ordinal);
        Assert.Contains("database", failure.RecommendedAction, StringComparison.Ordinal);

        // With the database it is one row, and the blocks stay as they are.
        Assert.True((await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false)).IsActive);
        before[Switch] = "false";
        Assert.Equal(before, await bench.RowsAsync());
    }

    [Fact]
    public async Task Wrong_input_is_one_clear_failure()
    {
        (string Name, object Value, Access Access, string Id)[] inputs =
        [
            ("app.send_optin_confirmaton", true, Access.Api, "SettingNotFound"),
            ("app.send_optin_confirmaton", true, Access.Database, "SettingNotFound"),
            ("app.show_optin_page", true, Access.Api, "SettingNotInVersion"),
            ("app.show_optin_page", true, Access.Database, "SettingNotInVersion"),
            ("app.brand_new", true, Access.Database, "SettingTypeUnknown"),
            ("upload.max_file_size", 9000, Access.Api, "SettingNotInApi"),
            ("smtp", "x", Access.Api, "SettingNotScalar"),
            (Switch, "yes", Access.Api, "WrongType"),
            ("app.site_name", "\u2022\u2022", Access.Api, "MaskedValue"),
        ];
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        await bench.SqlAsync("insert into settings (key, value) values ('app.brand_new', 'true')");
        SortedDictionary<string, string> before = await bench.RowsAsync();
        foreach ((string name, object value, Access access, string id) in inputs)
        {
            Failure failure = await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(access), name, value));
            Assert.Equal((id, name), (failure.Id, failure.Target));
            Assert.Contains(name, failure.Message, StringComparison.Ordinal);
            Assert.NotEqual("", failure.RecommendedAction);
        }

        Assert.Equal(before, await bench.RowsAsync());
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
    }

    [Theory]
    [InlineData(Access.Api, Access.Database, "NeedsDatabase")]
    [InlineData(Access.Database, Access.Api, "NeedsApi")]
    public async Task A_way_that_is_insisted_on_has_to_be_there(Access access, Access via, string id)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        Assert.Equal(id, (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(access), Switch, false, via))).Id);
    }

    [Theory]
    [InlineData("v3.0.0", Access.Database, Access.None, "SettingsReadOnly")]
    [InlineData("v6.2.0", Access.Api | Access.Database, Access.Database, "SettingsReadOnly")]
    public async Task A_role_that_may_only_read_writes_nothing(string version, Access access, Access via, string id)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        Assert.Equal(id, (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(access, isReader: true), Switch, false, via))).Id);
    }

    [Fact]
    public async Task Beside_a_role_that_may_only_read_the_API_writes()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        SortedDictionary<string, string> before = await bench.RowsAsync();
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database, isReader: true), Switch, false);
        Assert.Equal((Access.Api, true), (change.Via, change.IsActive));
        before[Switch] = "false";
        Assert.Equal(before, await bench.RowsAsync());
    }

    [Fact]
    public async Task A_user_that_may_only_read_is_refused_by_the_server()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api, isReader: true);
        SettingChangePlan plan = await bench.PlanAsync(session, Switch, false);
        Failure failure = await SettingWorld.FailureOfAsync(ApplyAsync(bench, session, plan));
        Assert.Equal("MissingPermission", failure.Id);
        Assert.Contains("settings:manage", failure.Message, StringComparison.Ordinal);
        Assert.Equal("true", await bench.RowAsync(Switch));
    }

    [Fact]
    public async Task No_log_no_change()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await File.WriteAllTextAsync(bench.StateFolder, "a file where the folder should be", TestContext.Current.CancellationToken);
        Failure failure = await SettingWorld.FailureOfAsync(bench.SetAsync(bench.Session(Access.Api), Switch, false));
        Assert.Equal("LogNotSaved", failure.Id);
        Assert.Contains("LISTMONKPS_HOME", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("true", await bench.RowAsync(Switch));
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
    }

    private static Task<ListmonkSettingChange> ApplyAsync(SettingWorld bench, ListmonkSession session, SettingChangePlan plan) => bench.ApplyAsync(session, plan);
}
