using System.Net.Sockets;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.TestBench.Smtp;

namespace ListmonkPS.Core.Tests.TestBench.Smtp;

/// <summary>The scripted server does what real ones do only now and then (field cases, lesson 2).</summary>
public sealed class ScriptedSmtpServerTests
{
    [Fact]
    public async Task It_changes_its_mind_after_the_first_time()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            turn => turn is { Step: ScriptStep.RcptTo, Count: 1 } ? ScriptAnswer.Say("450 4.2.0 Greylisted") : null);

        Assert.Equal(SmtpReplyClass.Greylist, (await Talk.RunAsync(Talk.Target(server))).Class);
        Assert.Equal(SmtpReplyClass.Accepted, (await Talk.RunAsync(Talk.Target(server))).Class);
    }

    [Fact]
    public async Task It_takes_some_messages_and_then_no_more()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(
            turn => turn.Step == ScriptStep.MailFrom && turn.Messages >= 2 ? ScriptAnswer.Say("550 5.4.5 Daily user sending quota exceeded") : null);
        List<SmtpReplyClass> classes = [];

        for (int run = 0; run < 3; run++)
            classes.Add((await Talk.RunAsync(Talk.Target(server) with { Send = true })).Class);

        Assert.Equal([SmtpReplyClass.Accepted, SmtpReplyClass.Accepted, SmtpReplyClass.QuotaDaily], classes);
    }

    [Fact]
    public async Task It_closes_a_connection_that_is_idle()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript { IdleLimit = TimeSpan.FromMilliseconds(50) });
        using TcpClient client = new("127.0.0.1", server.Port);
        using StreamReader reader = new(client.GetStream());

        Assert.StartsWith("220 ", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Null(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_refuses_one_recipient_of_several()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript
        {
            Mechanisms = [],
            Instead = turn => turn is { Step: ScriptStep.RcptTo, CountHere: 2 } ? ScriptAnswer.Say("550 5.1.1 User unknown") : null,
        });
        using TcpClient client = new("127.0.0.1", server.Port);
        using StreamReader reader = new(client.GetStream());
        await using StreamWriter writer = new(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        List<string?> replies = [await reader.ReadLineAsync(TestContext.Current.CancellationToken)];

        foreach (string line in new[] { "HELO me", "MAIL FROM:<a@example.org>", "RCPT TO:<b@example.org>", "RCPT TO:<c@example.org>", "RCPT TO:<d@example.org>" })
        {
            await writer.WriteLineAsync(line);
            replies.Add(await reader.ReadLineAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal(["220", "250", "250", "250", "550", "250"], replies.Select(reply => reply![..3]));
    }
}
