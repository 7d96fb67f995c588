using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.Core.Tests.TestBench.StandIn;
using ListmonkPS.TestBench.Mail;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Diagnosis;

/// <summary>Causes that only the log shows, from a real server to the ranked checks.</summary>
public sealed class LogDiagnosisTests : IDisposable
{
    private const string WeeklyLetter = "3a7d1c52-0c1e-4d1b-9a53-6f1f0a2b1c01";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("listmonkps-diagnosis-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_pool_that_died_is_named_first_though_the_mail_server_works_again() // B2
    {
        await using World world = await World.CreateAsync(new WorldOptions { Version = "v4.1.0", Subscribers = 40 }, Cancellation);
        await world.ExecuteAsync("""UPDATE settings SET value = jsonb_set(jsonb_set(value, '{0,max_conns}', '1'), '{0,wait_timeout}', '"1s"') WHERE key = 'smtp'""", Cancellation);
        await world.Server.ReloadAsync(Cancellation);
        await world.Mail.StopAsync();
        for (int count = 0; count < 3; count++)
            await SignUpAsync(world, $"pool-{count}@example.org");
        await Eventually.HoldsAsync("the pool is dead", () => world.Server.Log.Any(line => line.Contains("timed out waiting for free conn", StringComparison.Ordinal)));
        await world.Mail.StartAsync(Cancellation);

        IReadOnlyList<ListmonkCheck> checks = await DiagnoseAsync(world, []);
        Assert.Equal(("log.pool-dead", CheckStatus.Fail, true), (checks[0].Id, checks[0].Status, checks[0].RootCause));
        Assert.Equal("log.pool-dead", checks.Single(check => check.Id == "log.smtp-failures").ExplainedBy);
    }

    [Fact]
    public async Task A_server_that_refuses_after_the_message_is_seen_by_the_log_alone_with_the_people_it_hit()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 40 }, Cancellation);
        world.Mail.Refuse(new SinkRefusal(550, "5.7.1 Message rejected as spam", SinkStage.Data));
        await SignUpAsync(world, "hit@example.org");
        await SignUpAsync(world, "hit@example.org");

        IReadOnlyList<ListmonkCheck> checks = await DiagnoseAsync(world, []);
        Assert.Equal(("log.smtp-failures", CheckStatus.Fail, true, 1L), (checks[0].Id, checks[0].Status, checks[0].RootCause, checks[0].AffectedCount));
        Assert.Contains("Message rejected as spam", checks[0].Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("init.go:1: error parsing e-mail notif templates: template: x", "log.start-failed")]
    [InlineData("init.go:1: no SMTP servers enabled in settings", "log.start-failed")]
    [InlineData("subscribers.go:1: error compiling notification template 'subscriber-optin': html/template: \"subscriber-optin\" is undefined", "log.template")]
    public async Task What_a_log_file_shows_is_named_first(string line, string id)
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 40 }, Cancellation);
        string file = Path.Combine(_folder.FullName, "listmonk.log");
        string stamp = TimeProvider.System.GetLocalNow().AddMinutes(1).ToString("yyyy/MM/dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        // From after the start that the memory of the server shows.
        await File.WriteAllTextAsync(file, $"2020/01/01 00:00:00 init.go:1: reading config: config.toml\n{stamp} {line}\n", Cancellation);

        ListmonkCheck first = (await DiagnoseAsync(world, [file]))[0];
        Assert.Equal((id, CheckStatus.Fail), (first.Id, first.Status));
    }

    [Fact]
    public async Task A_log_file_that_is_not_there_is_told_before_anything_is_asked()
    {
        await using World world = await World.CreateAsync(new WorldOptions { Subscribers = 40 }, Cancellation);
        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => DiagnoseAsync(world, [Path.Combine(_folder.FullName, "no.log")]));
        Assert.Equal("LogNotFound", thrown.Failure.Id);
    }

    private static async Task SignUpAsync(World world, string email)
    {
        using ApiClient visitor = ApiClient.Visitor(world.Uri);
        await visitor.SignUpAsync(email, WeeklyLetter);
    }

    private static async Task<IReadOnlyList<ListmonkCheck>> DiagnoseAsync(World world, IReadOnlyList<string> logs)
    {
        await using WorldSession session = await WorldSession.ConnectAsync(world, Access.Api | Access.Database);
        return await session.DiagnoseAsync(WorldSession.Options with { LogPaths = logs });
    }
}
