using ListmonkPS.Core.Evidence.Logs.Reading;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Tests.Diagnosis;
using ListmonkPS.Core.Tests.Listmonk.Connecting;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Docker;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Evidence.Logs;

/// <summary>The whole way: a server whose mails are refused, its log, whom it hit, and what silence proves.</summary>
public sealed class LogDoorTests : IDisposable
{
    private const string WeeklyLetter = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listmonkps-logs-");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("v3.0.0", Access.Api | Access.Database)]
    [InlineData("v5.1.0", Access.Api | Access.Database)]
    [InlineData("v6.2.0", Access.Api)]
    public async Task Refused_mails_are_classed_and_from_v5_on_joined_with_who_still_waits(string version, Access access)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 40 }, Test);
        Quirks quirks = ListmonkVersions.Quirks(version);
        world.Mail.Refuse(new SinkRefusal(550, "5.7.1 Relay access denied"));
        foreach (string name in (string[])["still", "confirmed"])
            await SignUpAsync(world, $"{name}@example.org");
        await Eventually.HoldsAsync("both failures are logged", () => world.Server.Log.Count(line => line.Contains("550 5.7.1", StringComparison.Ordinal)) >= (quirks.SendsInRequest ? 4 : 2));
        await world.ExecuteAsync("UPDATE subscriber_lists SET status = 'confirmed' WHERE subscriber_id = (SELECT id FROM subscribers WHERE email = 'confirmed@example.org')", Test);

        await using WorldSession session = await WorldSession.ConnectAsync(world, access);
        RecordedNotices notices = new();
        IReadOnlyList<LogEntry> entries = await ReadAsync(session.Session, new LogRequest { OptInOnly = true }, notices);
        Assert.All(entries, entry => Assert.Equal((LogClass.SmtpFailure, LogSource.Api, SmtpReplyClass.RelayDenied), (entry.Class, entry.Source, entry.Reply!.Class)));
        int still = await world.ScalarAsync<int>("SELECT id FROM subscribers WHERE email = 'still@example.org'", Test);
        int[] named = [.. entries.Select(entry => entry.SubscriberId).OfType<int>()];
        Assert.Equal(quirks.SendsInRequest ? 2 : 0, named.Length);
        Assert.Equal(quirks.SendsInRequest ? [still] : [], entries.Where(entry => entry.StillWaits == true).Select(entry => entry.SubscriberId!.Value));
        if (quirks.SendsInRequest)
            Assert.Single(entries, entry => entry.StillWaits == false);
        Assert.Contains(notices.Warnings, text => text.Contains(quirks.SendsInRequest ? "do not say whom" : "below v5", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v6.2.0", "proves nearly nothing")]
    [InlineData("v5.0.2", "loses mails without a line")]
    public async Task A_silent_log_says_what_that_proves(string version, string says)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = version, Subscribers = 40 }, Test);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api);
        RecordedNotices notices = new();
        Assert.Empty(await ReadAsync(session.Session, new LogRequest { OptInOnly = true }, notices));
        Assert.Contains(says, Assert.Single(notices.Warnings), StringComparison.Ordinal);
        Assert.Contains(await ReadAsync(session.Session, new LogRequest(), new RecordedNotices()), entry => entry.Version == version);
    }

    [Fact]
    public async Task Sources_are_merged_by_time_and_one_that_fails_does_not_end_the_others()
    {
        string file = Path.Combine(_folder.FullName, "listmonk.log");
        string relay = Path.Combine(_folder.FullName, "mail.log");
        await File.WriteAllTextAsync(file, "2025/05/08 10:00:00 a.go:1: one\n2025/05/08 10:00:04 a.go:1: four\n", Test);
        await File.WriteAllTextAsync(relay, "2025-05-08T10:00:03Z mx postfix/smtp[1]: 4E7A11F2: to=<a@b.example>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to b.example: Connection timed out)\n", Test);
        await using DockerStandIn docker = await DockerStandIn.StartAsync("2025-05-08T10:00:02.5Z 2025/05/08 12:00:02 a.go:1: two\n", Path.Combine(_folder.FullName, "d.sock"));
        List<Failure> failures = [];
        IReadOnlyList<LogEntry> entries = await ReadAsync(
            null,
            new LogRequest { Sources = [LogSource.File, LogSource.Docker], Paths = [file, relay, file + ".missing"], DockerHost = docker.Host, TimeZone = TimeZoneInfo.Utc },
            new RecordedNotices(),
            failures);
        Assert.Equal([LogSource.File, LogSource.Docker, LogSource.Relay, LogSource.File], entries.Select(entry => entry.Source));
        Assert.Equal([false, true, true, false], entries.Select(entry => entry.HasZone));
        Assert.Equal("LogNotFound", Assert.Single(failures).Id);
    }

    [Fact]
    public async Task A_missing_container_is_told_with_those_that_are_there()
    {
        await using DockerStandIn docker = await DockerStandIn.StartAsync("");
        List<Failure> failures = [];
        await ReadAsync(null, new LogRequest { Sources = [LogSource.Docker], DockerHost = docker.Host, Container = "nobody" }, new RecordedNotices(), failures);
        Failure failure = Assert.Single(failures);
        Assert.Equal("ContainerNotFound", failure.Id);
        Assert.Contains("listmonk_app", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G24_following_goes_on_over_a_reload_of_the_server()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 40 }, Test);
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api);
        await using IAsyncEnumerator<LogEntry> entries = new ListmonkCore().Logs
            .ReadAsync(session.Session, new LogRequest { Follow = true, Pattern = "HTTP server|messenger" }, _ => { }, new RecordedNotices(), Test).GetAsyncEnumerator(Test);
        Assert.True(await entries.MoveNextAsync());
        Assert.Equal(LogClass.Start, entries.Current.Class);
        DateTimeOffset first = entries.Current.Time!.Value;
        await world.Server.ReloadAsync(Test);
        Assert.True(await entries.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), Test));
        Assert.True(entries.Current.Time > first);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)")]
    public void A_pattern_that_cannot_be_used_is_refused(string pattern) =>
        Assert.Equal("LogPatternInvalid", Assert.Throws<FailureException>(() => new LogFilter(new LogRequest { Pattern = pattern })).Failure.Id);

    private static async Task SignUpAsync(World world, string email)
    {
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await visitor.SignUpAsync(email, WeeklyLetter);
    }

    private static async Task<IReadOnlyList<LogEntry>> ReadAsync(ListmonkSession? session, LogRequest request, RecordedNotices notices, List<Failure>? failures = null)
    {
        List<LogEntry> entries = [];
        await foreach (LogEntry entry in new ListmonkCore().Logs.ReadAsync(session, request, failure => (failures ?? []).Add(failure), notices, Test))
            entries.Add(entry);
        return entries;
    }
}
