using System.Text.RegularExpressions;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.TestBench.StandIn;

public sealed partial class StandInReloadTests : StandInTest
{
    public static TheoryData<string> Versions => ListmonkVersions.All;

    /// <summary>Rows with which the process ends at its start, and its last words.</summary>
    public static TheoryData<string, string, string, string> FatalRows => new()
    {
        { "v3.0.0", "smtp", "[]", "no SMTP servers found in config" },
        { "v3.0.0", "app.send_optin_confirmation", "\"yes\"", "error loading app config" },
        { "v3.0.0", "app.concurrency", "0", "app.concurrency" },
        { "v3.0.0", "upload.provider", "\"\"", "unknown upload provider" },
        { "v6.2.0", "app.lang", "\"\"", "panic" },
        { "v6.2.0", "upload.provider", "\"ftp\"", "unknown upload provider ftp" },
    };

    /// <summary>Members of the SMTP block with which it ends, in all versions.</summary>
    public static TheoryData<string, string, string, string> FatalSmtp => new()
    {
        { "v3.0.0", "wait_timeout", "\"\"", "error reading SMTP config" },
        { "v6.2.0", "idle_timeout", "\"1d\"", "error reading SMTP config" },
        { "v6.2.0", "max_conns", "0", "MaxConns should be >= 1" },
        { "v3.0.0", "auth_protocol", "\"oauth\"", "unknown SMTP auth type" },
    };

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G04_an_edit_by_sql_is_shown_at_once_and_active_after_the_reload(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        await world.ExecuteAsync("update settings set value = 'false' where key = 'app.send_optin_confirmation'", Cancel);

        bool shown = (bool)(await api.SettingsAsync())["app.send_optin_confirmation"]!;
        bool before = (bool)(await api.SignUpAsync("before@example.org", WeeklyLetter)).Data!["has_optin"]!;
        await world.Server.ReloadAsync(Cancel);
        bool after = (bool)(await api.SignUpAsync("after@example.org", WeeklyLetter)).Data!["has_optin"]!;

        Assert.Equal((false, true, false), (shown, before, after));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task G24_the_log_is_in_the_form_of_the_version_and_empty_after_a_reload(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        world.Mail.Refuse(new SinkRefusal(550, "5.7.1 relaying denied"));
        await api.SignUpAsync("logged@example.org", WeeklyLetter);
        await LoggedAsync(world, "relaying denied");

        string[] before = await LinesAsync(api);
        await world.Server.ReloadAsync(Cancel);
        string[] after = await LinesAsync(api);

        Regex form = ListmonkVersions.Quirks(version).LogHasMicroseconds ? WithMicroseconds() : WithSeconds();
        Assert.All(before, line => Assert.Matches(form, line));
        Assert.Contains(version, before[0], StringComparison.Ordinal);
        Assert.Contains(before, line => line.Contains("550 5.7.1 relaying denied", StringComparison.Ordinal));
        Assert.DoesNotContain(after, line => line.Contains("relaying denied", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task While_it_restarts_connections_are_refused_and_then_the_port_is_the_same(string version)
    {
        await using World world = await World.CreateAsync(
            new WorldOptions
            {
                Version = version,
                History = WorldHistory.Empty,
                ReloadDelay = TimeSpan.Zero,
                Downtime = TimeSpan.FromSeconds(30),
            },
            Cancel);
        using ApiClient api = new(world);
        Uri uri = world.Uri;

        Assert.True((bool)(await api.PostAsync("/api/admin/reload")).Data!);
        await Eventually.HoldsAsync("the server is down", () => !world.Server.IsRunning);
        await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync("/health"));
        Assert.Equal(uri, world.Uri);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Stopped_it_refuses_and_started_it_answers_on_the_same_port(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);

        await world.Server.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => api.GetAsync("/health"));
        await world.Server.StartAsync(Cancel);

        Assert.Equal(200, (await api.GetAsync("/health")).Status);
        Assert.Equal(2, world.Server.Starts);
    }

    [Theory]
    [MemberData(nameof(FatalRows))]
    public async Task It_does_not_come_up_with_such_a_row(string version, string key, string json, string lastWords)
    {
        await using World world = await WorldAsync(version);

        await SetByHandAsync(world, key, json);

        Assert.False(world.Server.IsRunning);
        Assert.Contains(lastWords, world.Server.StartFailure, StringComparison.Ordinal);
        Assert.Contains(lastWords, world.Server.Log[^1], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FatalSmtp))]
    public async Task It_does_not_come_up_with_such_an_smtp_block(string version, string member, string json, string lastWords)
    {
        await using World world = await WorldAsync(version);

        await SetSmtpAsync(world, member, json);

        Assert.Contains(lastWords, world.Server.StartFailure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G48_v3_does_not_start_without_an_enabled_smtp_block()
    {
        await using World world = await WorldAsync("v3.0.0");

        await SetSmtpAsync(world, "enabled", "false");

        Assert.Equal("no SMTP servers enabled in settings", world.Server.StartFailure);
    }

    [Fact]
    public async Task G48_v6_starts_without_one_and_drops_the_connection_at_the_first_mail()
    {
        await using World world = await WorldAsync("v6.2.0");
        using ApiClient api = new(world);
        await SetSmtpAsync(world, "enabled", "false");

        await Assert.ThrowsAsync<HttpRequestException>(() => api.SignUpAsync("dropped@example.org", WeeklyLetter));
        Assert.Equal("unconfirmed", await SubscriptionAsync(world, "dropped@example.org"));
        Assert.Equal(200, (await api.GetAsync("/health")).Status);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Every_request_is_recorded_with_user_and_status(string version)
    {
        await using World world = await WorldAsync(version);
        using ApiClient api = new(world);
        using ApiClient wrong = new(world, secret: "no");

        await api.GetAsync("/api/settings?x=1");
        await wrong.PutAsync("/api/settings", "{}");

        Assert.Equal(
            [
                ("GET", "/api/settings?x=1", world.ApiUser, 200, false),
                ("PUT", "/api/settings", null, ListmonkVersions.Quirks(version).RefusedLoginStatus, true),
            ],
            world.Server.Requests.Select(request => (request.Method, request.Path, request.User, request.Status, request.IsWrite)));
    }

    private static async Task<string[]> LinesAsync(ApiClient api) =>
        [.. (await api.GetAsync("/api/logs")).Data!.AsArray().Select(line => (string)line!)];

    [GeneratedRegex(@"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d [\w.]+\.go:\d+: .+$")]
    private static partial Regex WithSeconds();

    [GeneratedRegex(@"^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d\.\d{6} [\w.]+\.go:\d+: .+$")]
    private static partial Regex WithMicroseconds();
}
