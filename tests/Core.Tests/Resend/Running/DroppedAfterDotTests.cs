using ListmonkPS.Core.Tests.Resend.Bench;
using ListmonkPS.TestBench.Smtp;
using ListmonkPS.TestBench.Worlds;

namespace ListmonkPS.Core.Tests.Resend.Running;

/// <summary>A mail server that takes mails and drops the connection instead of saying so.</summary>
public sealed class DroppedAfterDotTests
{
    private const int EveryNth = 6;

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_dropped_after_the_final_dot_is_in_doubt_and_everybody_else_is_mailed_once()
    {
        int messages = 0;
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Instead = turn => turn.Step == ScriptStep.Message && Interlocked.Increment(ref messages) % EveryNth == 0 ? ScriptAnswer.Closed : null,
        });
        await using World world = await World.CreateAsync(new WorldOptions { History = WorldHistory.SwitchOff, Subscribers = 200 }, Test);
        await world.NameMailServerAsync(server, Test);
        await using DoorBench bench = await DoorBench.ConnectAsync(world, withApi: false, withDatabase: true);
        ResendRequest resend = new() { Via = ResendRoute.Smtp, RatePerMinute = 1_000_000, ThrottleLimit = 3 };

        ResendEnd end = await bench.SendAsync(resend);

        Assert.Equal(OptInResendRunState.Finished, end.Run.State);
        Assert.Equal((bench.People.Length, bench.People.Length / EveryNth), (messages, (int)end.Run.InDoubt));
        Assert.Equal(bench.People.Length - (bench.People.Length / EveryNth), end.Run.Sent);
        // Once more: those in doubt are not mailed again by themselves.
        ResendPlan again = await bench.PlanAsync(resend with { Run = end.Run.Run + "-again" });
        Assert.Equal(0, again.People);
    }
}
