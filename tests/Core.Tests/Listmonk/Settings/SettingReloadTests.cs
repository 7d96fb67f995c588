using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Listmonk.Settings;

/// <summary>Stored is not active (G4, G26): what is said of the restart is what was seen.</summary>
public sealed class SettingReloadTests
{
    private const string Switch = SettingWorld.Switch;

    public static TheoryData<string, Access> Ways => new()
    {
        { "v3.0.0", Access.Api },
        { "v3.0.0", Access.Api | Access.Database },
        { "v6.2.0", Access.Api },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_running_campaign_keeps_the_old_value_and_no_reload_is_forced(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await RunCampaignAsync(bench);
        ListmonkSession session = bench.Session(access);
        ListmonkSettingChange change = await bench.SetAsync(session, Switch, false);

        Assert.Equal((true, false, false, true), (change.Changed, change.NewValue, change.IsActive, change.NeedsRestart));
        Assert.Contains("a campaign runs", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
        Assert.Equal(1, bench.World.Server.Starts);
        Assert.True(await bench.MailsSignUpsAsync()); // still the old value
    }

    [Theory]
    [InlineData("v3.0.0")]
    [InlineData("v6.2.0")]
    public async Task A_value_that_is_stored_but_waits_is_told_when_it_is_set_again(string version)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version);
        await RunCampaignAsync(bench);
        ListmonkSession session = bench.Session(Access.Api);
        await bench.SetAsync(session, Switch, false);
        ListmonkSettingChange again = await bench.SetAsync(session, Switch, false);
        Assert.Equal((false, false, true), (again.Changed, again.IsActive, again.NeedsRestart));
        Assert.Contains("stored but not active", bench.Notices.Warnings.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_late_restart_is_waited_for(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version, reloadDelay: TimeSpan.FromSeconds(1));
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(access), Switch, false);
        Assert.Equal((true, false), (change.IsActive, change.NeedsRestart));
        Assert.Equal(2, bench.World.Server.Starts);
        Assert.False(await bench.MailsSignUpsAsync());
    }

    [Fact]
    public async Task A_restart_that_does_not_come_is_not_made_up()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0", reloadDelay: TimeSpan.FromHours(1));
        FastTime time = new(15, ReloadWatch.Bound);
        int looks = 0;
        bench.World.Server.BeforeRequest = (_, path) =>
        {
            if (path == "/api/logs" && Interlocked.Increment(ref looks) == 4) time.Pass(); // once before the write, then again and again
            return Task.CompletedTask;
        };
        ListmonkSettingChange change = await bench.SetAsync(bench.Session(Access.Api, time: time), Switch, false);
        Assert.Equal((true, null, true), (change.Changed, change.IsActive, change.NeedsRestart));
        Assert.Contains("no restart", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Access.Api, "was accepted")]
    [InlineData(Access.Api | Access.Database, "is stored")]
    public async Task A_server_that_does_not_come_back_is_a_failure_that_says_what_is_stored(Access access, string words)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        await bench.SqlAsync("update settings set value = '\"\"' where key = 'app.lang'"); // stops the start since v5
        FastTime time = new(40, ReloadWatch.Bound);
        Task<Failure> failing = SettingWorld.FailureOfAsync(bench.SetAsync(bench.Session(access, time: time), Switch, false));
        await Eventually.HoldsAsync("the server did not start again", () => bench.World.Server.StartFailure is not null);
        int waits = time.Waits;
        await Eventually.HoldsAsync("it was looked for since", () => time.Waits >= waits + 2);
        time.Pass();
        Failure failure = await failing;
        Assert.Equal("ServerNotBack", failure.Id);
        Assert.Equal($"The new value of {Switch} {words}, but 'bench' did not come back within 30 seconds after its restart.", failure.Message);
        Assert.NotNull(bench.World.Server.StartFailure);
        Assert.Equal("false", await bench.RowAsync(Switch));
    }

    [Theory]
    [InlineData("v3.0.0", Access.Api)]
    [InlineData("v3.0.0", Access.Api | Access.Database)]
    [InlineData("v6.2.0", Access.Api)]
    public async Task Cancelled_while_it_waits_it_tells_what_is_stored(string version, Access access)
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync(version, reloadDelay: TimeSpan.FromHours(1));
        using CancellationTokenSource stop = new();
        ListmonkSession session = bench.Session(access);
        SettingChangePlan plan = await bench.PlanAsync(session, Switch, false);
        Task<ListmonkSettingChange> run = bench.ApplyAsync(session, plan, bench.Notices, stop.Token);
        await Eventually.HoldsAsync(
            "the server took the write", () => bench.World.Server.Requests.Any(request => request is { IsWrite: true, Status: 200 }));
        await stop.CancelAsync();

        ListmonkSettingChange change = await run;
        Assert.Equal((true, false, null, true), (change.Changed, change.NewValue, change.IsActive, change.NeedsRestart));
        Assert.Contains("interrupted", Assert.Single(bench.Notices.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_before_the_write_nothing_is_written()
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0");
        ListmonkSession session = bench.Session(Access.Api);
        SettingChangePlan plan = await bench.PlanAsync(session, Switch, false);
        using CancellationTokenSource stop = new();
        HeardNotices notices = new() { OnVerbose = _ => stop.Cancel() };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.ApplyAsync(session, plan, notices, stop.Token));
        Assert.Equal("true", await bench.RowAsync(Switch));
    }

    [Fact]
    public async Task The_log_is_saved_before_the_restart_empties_it() // G24
    {
        await using SettingWorld bench = await SettingWorld.CreateAsync("v6.2.0", WorldHistory.Empty);
        IReadOnlyList<string> log = bench.World.Server.Log;
        ListmonkSettingChange first = await bench.SetAsync(bench.Session(Access.Api), Switch, false);
        ListmonkSettingChange second = await bench.SetAsync(bench.Session(Access.Api), Switch, true);

        Assert.NotNull(first.LogPath);
        Assert.NotEqual(first.LogPath, second.LogPath);
        Assert.StartsWith(Path.Combine(bench.StateFolder, "logs", "listmonk-bench-"), first.LogPath, StringComparison.Ordinal);
        Assert.Equal(log, (await File.ReadAllLinesAsync(first.LogPath, TestContext.Current.CancellationToken)).Take(log.Count));
        Assert.Contains(bench.Notices.All, text => text.Contains(first.LogPath, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(first.LogPath));
    }

    private static Task<int> RunCampaignAsync(SettingWorld bench) => bench.SqlAsync("""
        insert into campaigns (uuid, name, subject, from_email, body, status, messenger)
        values (gen_random_uuid(), 'Weekly', 'News', 'news@example.org', 'text', 'running', 'email')
        """);
}
