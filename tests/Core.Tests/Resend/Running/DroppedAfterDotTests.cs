using System.Net;
using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Resend;
using ListmonkPS.Core.Resend.Planning;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
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
        await world.ExecuteAsync(
            $$"""update settings set value = jsonb_set(value, '{0}', (value -> 0) || '{"port": {{server.Port}}, "username": "news@example.org", "password": "correct horse battery", "auth_protocol": "plain", "tls_type": "none"}') where key = 'smtp'""",
            Test);
        ConnectRequest request = new() { ConnectionString = world.ConnectionString, DatabaseCredential = new NetworkCredential(world.DatabaseUser, world.DatabasePassword) };
        HeardNotices notices = new();
        ConnectionDoor connections = new(TimeProvider.System, new Dictionary<string, string>());
        ListmonkSession session = (await connections.ConnectAsync(request, notices, Test)).Session;
        ResendDoor door = new(new LedgerOpening(world.Folder));
        ResendTarget[] people = await PeopleAsync(world);
        ResendRequest resend = new() { Via = ResendRoute.Smtp, RatePerMinute = 1_000_000, ThrottleLimit = 3 };

        ResendEnd end = await door.SendAsync(session, await door.PlanAsync(session, resend, people, notices, Test), null, notices, Test);

        Assert.Equal(OptInResendRunState.Finished, end.Run.State);
        Assert.Equal((people.Length, people.Length / EveryNth), (messages, (int)end.Run.InDoubt));
        Assert.Equal(people.Length - (people.Length / EveryNth), end.Run.Sent);
        // Once more: those in doubt are not mailed again by themselves.
        ResendPlan again = await door.PlanAsync(session, resend with { Run = end.Run.Run + "-again" }, people, notices, Test);
        Assert.Equal(0, again.People);
        await connections.DisconnectAsync(session);
    }

    private static async Task<ResendTarget[]> PeopleAsync(World world)
    {
        await using Npgsql.NpgsqlCommand command = world.Database.CreateCommand("""
            select distinct s.id, s.uuid from subscribers s join subscriber_lists m on m.subscriber_id = s.id join lists l on l.id = m.list_id
            where l.optin = 'double' and m.status = 'unconfirmed' and s.status = 'enabled' order by s.id
            """);
        await using Npgsql.NpgsqlDataReader row = await command.ExecuteReaderAsync(Test);
        List<ResendTarget> people = [];
        while (await row.ReadAsync(Test))
            people.Add(new ResendTarget(row.GetInt32(0), row.GetGuid(1)));
        return [.. people];
    }
}
