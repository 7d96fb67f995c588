using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.PostgreSql;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>A whole run whose database crashes, or whose mail server is down behind listmonk.</summary>
public sealed class ServersAwayTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_that_crashes_costs_nobody_his_mail_and_no_run()
    {
        int messages = 0;
        Task crash = Task.CompletedTask;
        await using PostgreSqlCluster cluster = await PostgreSqlCluster.StartAsync(Test);
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Instead = turn =>
            {
                if (turn.Step == ScriptStep.Message && Interlocked.Increment(ref messages) == 20)
                    crash = Task.Run(() => cluster.CrashAsync(Test), Test);
                return null;
            },
        });
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 150, Cluster = cluster }, Test);
        await world.NameMailServerAsync(server, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: false, withDatabase: true);

        ResendEnd end = await bench.SendAsync(new ResendRequest { Via = ResendRoute.Smtp, RatePerMinute = 1_000_000, ThrottleLimit = 2 });

        await crash;
        Assert.Equal((OptInResendRunState.Finished, (Failure?)null), (end.Run.State, end.Failure));
        Assert.Equal((bench.People.Length, (long)bench.People.Length), (messages, end.Run.Sent));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_before_anybody_is_mailed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no folder that the administrator may not write.");
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 }, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: true, withDatabase: false, journals: "/proc/listmonkps");

        FailureException thrown = await Assert.ThrowsAsync<FailureException>(() => bench.SendAsync(new ResendRequest { Via = ResendRoute.Api }));

        Assert.Equal("JournalNotWritten", thrown.Failure.Id);
        Assert.DoesNotContain(world.Server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_mail_server_that_is_down_behind_listmonk_pauses_the_run_and_few_lose_an_attempt()
    {
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 150 }, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: true, withDatabase: true);
        await world.Mail.StopAsync();

        ResendEnd end = await bench.SendAsync(new ResendRequest { Via = ResendRoute.Api, RatePerMinute = 1_000_000 });

        Assert.Equal((OptInResendRunState.Paused, (Failure?)null), (end.Run.State, end.Failure));
        Assert.InRange(end.Run.NextAt!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(16));
        Assert.InRange(end.Run.Retry, 10, 13);
        Assert.Equal((bench.People.Length, 0L), (end.Run.Left, end.Run.GaveUp));
    }
}
