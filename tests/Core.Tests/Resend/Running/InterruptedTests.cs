using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>Ctrl+C while a mail server is silent behind the final dot: what is on its way is marked, at once, and the run can be resumed.</summary>
public sealed class InterruptedTests
{
    private const int AtOnce = 3;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_on_its_way_is_in_doubt_and_the_others_are_mailed_when_it_goes_on()
    {
        bool isSilent = true;
        int waiting = 0;
        using CancellationTokenSource stop = new();
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Instead = turn =>
            {
                if (turn.Step != ScriptStep.Message || !isSilent)
                    return null;
                if (Interlocked.Increment(ref waiting) == AtOnce)
                    stop.Cancel();
                return ScriptAnswer.Silent;
            },
        });
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 120 }, Test);
        await world.NameMailServerAsync(server, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: false, withDatabase: true);
        ResendRequest request = new() { Via = ResendRoute.Smtp, RatePerMinute = 1_000_000, ThrottleLimit = AtOnce, Run = "broken" };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.SendAsync(request, stop: stop.Token).WaitAsync(TimeSpan.FromMinutes(1), Test));

        isSilent = false;
        ResendEnd end = await bench.SendAsync(request, people: []);
        Assert.Equal((OptInResendRunState.Finished, (long)AtOnce), (end.Run.State, end.Run.InDoubt));
        Assert.Equal(bench.People.Length - AtOnce, end.Run.Sent);
    }

    [Fact]
    public async Task A_process_that_died_between_the_last_person_written_and_the_first_mail_is_resumed_by_the_same_people()
    {
        // As such a process leaves the ledger behind.
        const string Before = """
            update listmonkps.resend_run set state = 'Filling';
            update listmonkps.resend_item set state = 0, attempts = 0, worker_id = null, begun_at = null, ended_at = null;
            delete from listmonkps.resend_person;
            """;
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 60 }, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: true, withDatabase: true);
        ResendRequest request = new() { Via = ResendRoute.Api, RatePerMinute = 1_000_000, Run = "half" };
        await bench.SendAsync(request);
        await world.ExecuteAsync(Before, Test);

        FailureException refused = await Assert.ThrowsAsync<FailureException>(() => bench.SendAsync(request, people: []));
        Assert.Equal("RunIncomplete", refused.Failure.Id);

        ResendEnd end = await bench.SendAsync(request);
        Assert.Equal((OptInResendRunState.Finished, (long)bench.People.Length), (end.Run.State, end.Run.Sent));
    }
}
