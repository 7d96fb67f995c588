using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Changing;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Ways and rules of changes that concern several settings, members or the reload.</summary>
public sealed class SettingGroupTests
{
    private const string Switch = SettingWorld.Switch;

    [Fact]
    public async Task Without_a_reload_the_value_is_only_stored()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api | Access.Database), Switch, false, noReload: true);
        Assert.Equal((Access.Database, true, false, true, null), (change.Via, change.Changed, change.IsActive, change.NeedsRestart, change.LogPath));
        Assert.Contains("stored but not active", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
        Assert.DoesNotContain(bench.World.Server.Requests, request => request.IsWrite);
        Assert.Equal("false", await bench.RowAsync(Switch));
        Assert.True(await bench.MailsSignUpsAsync()); // still the old value
    }

    [Theory]
    [InlineData(Access.Api, Access.None, false)]
    [InlineData(Access.Api | Access.Database, Access.Api, false)]
    [InlineData(Access.Api | Access.Database, Access.None, true)] // a role that may only read
    public async Task The_API_cannot_keep_the_reload_back(Access access, Access via, bool isReader)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        Failure failure = await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(access, isReader), Switch, false, via, noReload: true));
        Assert.Equal("ReloadCannotBeKeptBack", failure.Id);
    }

    /// <summary>G48: without an enabled server up to v4 does not start; by key and in the database nothing checks it.</summary>
    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v6.2.0", Access.Api)]
    [InlineData("v6.2.0", Access.Database)]
    public async Task The_last_enabled_SMTP_server_is_not_switched_off(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        ListmonkSession session = bench.Session(access);
        Failure failure = await SettingWorld.FailureOfAsync(bench.PlanAsync(session, "smtp/0/enabled", false));
        Assert.Equal("LastSmtpServer", failure.Id);
        SettingChangePlan plan = await bench.PlanAsync(session, new SettingChangeOptions(), ("smtp/0/enabled", false), ("smtp/1/enabled", true));
        Assert.True(plan.IsNeeded);
    }

    /// <summary>Two values keep listmonk from starting: mending one of them alone reloads, and stops, a server that still runs.</summary>
    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v6.2.0", Access.Api)]
    [InlineData("v6.2.0", Access.Api | Access.Database)]
    public async Task A_change_does_not_make_a_server_reload_what_it_cannot_start_with(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await bench.SqlAsync("""update settings set value = jsonb_set(jsonb_set(value, '{0,idle_timeout}', '"15"'), '{0,max_conns}', '0') where key = 'smtp'""");
        ListmonkSession session = bench.Session(access);
        Failure alone = await SettingWorld.FailureOfAsync(bench.PlanAsync(session, "smtp/0/idle_timeout", "15s"));
        Assert.Equal("StopsAtReload", alone.Id);
        Assert.Contains("/max_conns", alone.Message, StringComparison.Ordinal);
        Failure other = await SettingWorld.FailureOfAsync(bench.PlanAsync(session, Switch, false));
        Assert.Equal("StopsAtReload", other.Id);
        Assert.Contains("/idle_timeout", other.Message, StringComparison.Ordinal);
        await bench.SetAsync(session, new SettingChangeOptions(), ("smtp/0/idle_timeout", "15s"), ("smtp/0/max_conns", 10));
        Assert.True(await bench.MailsSignUpsAsync());
    }

    [Fact]
    public async Task Without_a_reload_one_of_several_values_that_stop_the_start_is_mended_alone()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync("""update settings set value = jsonb_set(jsonb_set(value, '{0,idle_timeout}', '"15"'), '{0,max_conns}', '0') where key = 'smtp'""");
        Assert.True((await bench.PlanAsync(bench.Session(Access.Database), "smtp/0/max_conns", 10)).IsNeeded);
        Assert.True((await bench.PlanAsync(bench.Session(Access.Api | Access.Database), "smtp/0/max_conns", 10, noReload: true)).IsNeeded);
    }

    [Theory]
    [InlineData("idle_timeout", "\"1d\"", true)]
    [InlineData("wait_timeout", "5", true)]
    [InlineData("wait_timeout", "\"+1m30s\"", false)]
    [InlineData("wait_timeout", "\"0\"", false)]
    [InlineData("auth_protocol", "\"PLAIN\"", true)]
    [InlineData("auth_protocol", "\"\"", false)]
    [InlineData("max_conns", "0", true)]
    [InlineData("max_conns", "\"5\"", true)]
    [InlineData("email_headers", "{}", true)]
    [InlineData("email_headers", "[{\"X\": 1}]", true)]
    [InlineData("email_headers", "[{\"X\": null}]", false)]
    [InlineData("tls_type", "\"starttls\"", false)]
    public void What_stops_the_start_is_told_from_what_does_not(string member, string value, bool stops)
    {
        JsonNode row = JsonNode.Parse($$"""[{"name": "email-primary", "enabled": true, "max_conns": 3}]""")!;
        row[0]![member] = JsonNode.Parse(value);
        Assert.Equal(stops ? [$"smtp/primary/{member}"] : [], StartRules.Broken(row));
    }

    [Theory]
    [InlineData("smtp/1/name", "primary", "MessengerNameTaken")]
    [InlineData("smtp/1/name", "Email-Primary", "MessengerNameTaken")]
    [InlineData("messengers/0/name", "email-primary", "MessengerNameTaken")]
    [InlineData("messengers/0/name", "email", "MessengerNameTaken")]
    [InlineData("smtp/1/name", "email", "WrongType")]
    [InlineData("smtp/1/name", "two words", "WrongType")]
    public async Task A_name_belongs_to_one_server(string address, string name, string id)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        Assert.Equal(id, (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Database), address, name))).Id);
    }

    [Theory]
    [InlineData(Access.Api)]
    [InlineData(Access.Api | Access.Database)]
    public async Task A_name_is_stored_as_listmonk_stores_it(Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(access), "smtp/spare/name", "Second");
        Assert.Equal("email-second", change.NewValue);
        Assert.Contains("\"name\": \"email-second\"", await bench.RowAsync("smtp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_place_addressed_twice_takes_one_value()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api);
        Assert.Equal("SettingGivenTwice", (await SettingWorld.FailureOfAsync(
            bench.PlanAsync(session, new SettingChangeOptions(), ("smtp/0/port", 26), ("smtp/primary/port", 27)))).Id);
        Assert.Single((await bench.PlanAsync(session, new SettingChangeOptions(), ("smtp/0/port", 26), ("smtp/primary/port", "26"))).Items);
    }

    [Fact]
    public async Task A_secret_is_emptied_through_the_database_only()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0");
        Assert.Equal("SecretCannotBeEmptied", (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api), "smtp/1/password", ""))).Id);
        Assert.Equal("", (await bench.SetAsync(bench.Session(Access.Database), "smtp/1/password", "")).NewValue);
        Assert.Equal("SettingMemberFixed", (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api), "smtp/1/uuid", "x"))).Id);
    }

    /// <summary>Fresh rows of v3: blocks without name and uuid; by the database each is found by its place.</summary>
    [Fact]
    public async Task A_block_without_uuid_is_changed_through_the_database()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v3.0.0", WorldHistory.Fresh);
        SortedDictionary<string, string> before = await bench.RowsAsync();
        Assert.Equal("SettingWouldLoseSecret", (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Api), "smtp/1/port", 26))).Id);
        await bench.SetAsync(bench.Session(Access.Api | Access.Database), "smtp/1/port", 26);
        before["smtp"] = SettingMemberTests.Edited(before["smtp"], row => row![1]!["port"] = 26);
        SettingMemberTests.Equal(before, await bench.RowsAsync());
    }

    /// <summary>Another member that a colleague changes meanwhile stays his, on every way; the same member is a conflict.</summary>
    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v3.0.0", Access.Api | Access.Database)]
    [InlineData("v6.2.0", Access.Api)]
    public async Task Between_plan_and_write_another_member_may_change_and_the_same_may_not(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        ListmonkSession session = bench.Session(access);
        SettingChangePlan plan = await bench.PlanAsync(session, "smtp/1/port", 2525);
        await bench.SqlAsync("update settings set value = jsonb_set(value, '{1,username}', '\"theirs\"') where key = 'smtp'");
        await bench.ApplyAsync(session, plan);
        string? row = await bench.RowAsync("smtp");
        Assert.Contains("theirs", row, StringComparison.Ordinal);
        Assert.Contains("2525", row, StringComparison.Ordinal);

        SettingChangePlan second = await bench.PlanAsync(session, "smtp/1/port", 2526);
        await bench.SqlAsync("update settings set value = jsonb_set(value, '{1,port}', '2600') where key = 'smtp'");
        Failure failure = await SettingWorld.FailureOfAsync(bench.ApplyAsync(session, second));
        Assert.Equal("SettingChangedMeanwhile", failure.Id);
        Assert.Contains("2600", await bench.RowAsync("smtp"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_no_list_has_no_members_to_set()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync("update settings set value = '\"x\"' where key = 'security.oidc'");
        Assert.Equal("SettingRowUnusable", (await SettingWorld.FailureOfAsync(bench.PlanAsync(bench.Session(Access.Database), "security.oidc/client_id", "x"))).Id);
    }

    [Fact]
    public async Task A_member_of_a_missing_row_adds_the_row_with_its_defaults()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync("delete from settings where key = 'security.captcha'");
        await bench.SetAsync(bench.Session(Access.Api | Access.Database), "security.captcha/altcha/enabled", true);
        Assert.Contains("\"altcha\": {\"enabled\": true, \"complexity\": 300000}", await bench.RowAsync("security.captcha"), StringComparison.Ordinal);
    }
}
