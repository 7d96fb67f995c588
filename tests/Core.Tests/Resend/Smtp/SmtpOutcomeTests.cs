using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.Core.Tests.Listmonk.Settings.Bench;
using ListmonkPS.Core.Tests.TestBench;
using ListmonkPS.TestBench.Network;
using ListmonkPS.TestBench.Smtp;
using Microsoft.Extensions.Time.Testing;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>What a run does about what a mail server says and does.</summary>
public sealed class SmtpOutcomeTests
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ScriptStep.RcptTo, "550 5.1.1 <anna.b@example.org>: Recipient address rejected: User unknown", OptInResendState.GaveUp, SmtpReplyClass.MailboxUnknown)]
    [InlineData(ScriptStep.RcptTo, "450 4.2.0 <anna.b@example.org>: Recipient address rejected: Greylisted", OptInResendState.Retry, SmtpReplyClass.Greylist)]
    [InlineData(ScriptStep.RcptTo, "552 5.2.2 Mailbox full", OptInResendState.GaveUp, SmtpReplyClass.MailboxFull)]
    [InlineData(ScriptStep.RcptTo, "451 4.3.0 Temporary lookup failure", OptInResendState.Retry, SmtpReplyClass.TemporaryServer)]
    [InlineData(ScriptStep.Message, "554 5.7.1 Message rejected as spam", OptInResendState.GaveUp, SmtpReplyClass.ContentRejected)]
    [InlineData(ScriptStep.Message, "451 4.3.0 Error: queue file write error", OptInResendState.Retry, SmtpReplyClass.TemporaryServer)]
    [InlineData(ScriptStep.Data, "451 4.3.0 Try again later", OptInResendState.Retry, SmtpReplyClass.TemporaryServer)]
    public async Task A_reply_about_the_mail_is_about_the_mail(ScriptStep step, string reply, OptInResendState state, SmtpReplyClass found)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));
        SendOutcome outcome = await SendAsync(server);
        Assert.Equal((state, found, int.Parse(reply[..3], null)), (outcome.State, outcome.Class, outcome.ReplyCode));
        Assert.Null(outcome.Stop);
        Assert.DoesNotContain("anna.b@example.org", outcome.ReplyText, StringComparison.Ordinal);
        Assert.EndsWith("@example.org", outcome.MessageId, StringComparison.Ordinal);
        Assert.Equal(state == OptInResendState.Retry, outcome.RetryAfter is not null);
    }

    [Theory]
    [InlineData(ScriptStep.MailFrom, "550 5.4.5 Daily user sending quota exceeded", SmtpReplyClass.QuotaDaily, "SenderRefused", true)]
    [InlineData(ScriptStep.Message, "550 5.4.5 Daily sending quota exceeded", SmtpReplyClass.QuotaDaily, "SenderRefused", true)]
    [InlineData(ScriptStep.MailFrom, "550 5.7.1 Sender address rejected: not owned by user news@example.org", SmtpReplyClass.SenderNotVerified, "SenderRefused", false)]
    [InlineData(ScriptStep.LogIn, "535 5.7.8 Error: authentication failed", SmtpReplyClass.AuthFailed, "SenderLogInRefused", false)]
    [InlineData(ScriptStep.LogIn, "454 4.7.0 Temporary authentication failure", SmtpReplyClass.TemporaryServer, "SenderUnreachable", true)]
    [InlineData(ScriptStep.Banner, "554 5.7.1 No service for you", SmtpReplyClass.BlocklistedIp, "SenderUnreachable", false)]
    [InlineData(ScriptStep.MailFrom, "530 5.7.0 Authentication required", SmtpReplyClass.AuthFailed, "SenderRefused", false)]
    public async Task A_reply_about_the_account_stops_the_run_and_costs_nobody_an_attempt(
        ScriptStep step, string reply, SmtpReplyClass found, string id, bool goesOnByItself)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));
        SendOutcome outcome = await SendAsync(server);
        Assert.Equal(OptInResendState.Due, outcome.State);
        Assert.Equal(found, outcome.Class);
        Assert.Equal(id, outcome.Stop?.Failure.Id);
        Assert.Equal(goesOnByItself, outcome.Stop?.Until is not null);
        Assert.DoesNotContain("correct horse battery", outcome.Stop!.Failure.Message + outcome.ReplyText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna.b@example.org", "anna.b@example.org")]
    [InlineData("anna@b\u00FCcher.example", "anna@xn--bcher-kva.example")]
    public async Task No_address_stands_in_what_ledgers_keep(string email, string said)
    {
        foreach (string reply in (string[])[$"550 5.1.1 <{said}>: User unknown", $"450 4.5.4 <{said}>: Daily user sending quota exceeded"])
        {
            await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.RcptTo, reply));
            await using SmtpOptInSender sender = SenderBench.Sender(server);
            SendOutcome outcome = await sender.SendAsync(SenderBench.Person(1, email, "x"), Test);
            Assert.Equal(reply[0] == '4', outcome.Stop is not null);
            string kept = outcome.ReplyText + outcome.Stop?.Failure.Message;
            Assert.DoesNotContain(said, kept, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(email, kept, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("AG5ld3NAZXhhbXBsZS5vcmcAY29ycmVjdCBob3JzZSBiYXR0ZXJ5")]
    [InlineData("Y29ycmVjdCBob3JzZSBiYXR0ZXJ5")]
    public async Task A_password_that_the_server_repeats_stays_in(string repeated)
    {
        foreach (ScriptStep step in (ScriptStep[])[ScriptStep.LogIn, ScriptStep.MailFrom, ScriptStep.RcptTo])
        {
            string reply = (step == ScriptStep.LogIn ? "535 5.7.8 Refused: " : "550 5.7.1 Sender not owned, logged in with ") + repeated;
            await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, reply));
            SendOutcome outcome = await SendAsync(server);
            Assert.Contains("********", outcome.ReplyText, StringComparison.Ordinal);
            Assert.DoesNotContain(repeated, outcome.ReplyText + outcome.Stop?.Failure.Message + outcome.Stop?.Failure.RecommendedAction, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Sender_and_recipient_are_told_at_once_where_the_server_takes_that()
    {
        // RFC 2920: it answers both after it has heard both; who waited for the first answer would wait for ever.
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(turn => turn.Step switch
        {
            ScriptStep.MailFrom => new ScriptAnswer(),
            ScriptStep.RcptTo => ScriptAnswer.Say("250 2.1.0 Ok\n250 2.1.5 Ok"),
            _ => null,
        });
        Assert.Equal(OptInResendState.Sent, (await SendAsync(server)).State);
    }

    [Fact]
    public async Task A_connection_lost_after_the_final_dot_leaves_it_in_doubt()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Message, ScriptAnswer.Aborted));
        SendOutcome outcome = await SendAsync(server);
        Assert.Equal(OptInResendState.InDoubt, outcome.State);
        Assert.Null(outcome.Stop);
        Assert.Equal(1, server.Record.Connections); // and is not tried again
    }

    [Theory]
    [InlineData(ScriptStep.MailFrom)]
    [InlineData(ScriptStep.RcptTo)]
    [InlineData(ScriptStep.Data)]
    public async Task A_connection_lost_before_it_leaves_the_mail_to_be_tried_again(ScriptStep step)
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(step, ScriptAnswer.Closed));
        Assert.Equal(OptInResendState.Retry, (await SendAsync(server)).State);
    }

    [Fact]
    public async Task A_long_mail_that_the_server_stopped_reading_halfway_is_not_in_doubt()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(
            ScriptStep.Data, ScriptAnswer.Say("354 go ahead") with { End = ScriptAnswer.Ending.Close }));
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        OptInRecipient waiting = SenderBench.Anna with { Lists = [.. Enumerable.Range(1, 100_000).Select(n => new WaitingList(n, Guid.NewGuid(), "L", true))] };
        SendOutcome outcome = await sender.SendAsync(waiting, Test);
        Assert.Equal(OptInResendState.Retry, outcome.State);
    }

    [Fact]
    public async Task An_idle_connection_that_the_server_closed_costs_nothing()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(turn =>
            turn is { Step: ScriptStep.Message, CountHere: 1 } ? ScriptAnswer.SayAndClose("250 2.0.0 Ok: queued as 1") : null);
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        for (int n = 1; n <= 4; n++)
            Assert.Equal(OptInResendState.Sent, (await sender.SendAsync(SenderBench.Person(n, $"p{n}@example.org", "P"), Test)).State);
        Assert.Equal(4, server.Record.Connections);
    }

    [Fact]
    public async Task A_server_that_says_421_to_an_idle_connection_costs_nothing_and_to_a_fresh_one_is_believed()
    {
        await using ScriptedSmtpServer idle = ScriptedSmtpServer.Start(turn =>
            turn is { Step: ScriptStep.MailFrom, CountHere: 2 } ? ScriptAnswer.SayAndClose("421 4.4.2 timeout exceeded") : null);
        await using (SmtpOptInSender sender = SenderBench.Sender(idle))
        {
            for (int n = 1; n <= 3; n++)
                Assert.Equal(OptInResendState.Sent, (await sender.SendAsync(SenderBench.Person(n, $"p{n}@example.org", "P"), Test)).State);
        }

        await using ScriptedSmtpServer closed = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.MailFrom, ScriptAnswer.SayAndClose("421 4.3.2 shutting down")));
        Assert.Equal(OptInResendState.Retry, (await SendAsync(closed)).State);
    }

    [Fact]
    public async Task Connections_are_used_again_up_to_their_bound_and_no_more_are_open_than_allowed()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(new SmtpScript());
        await using (SmtpOptInSender sender = SenderBench.Sender(server, account: SenderBench.Account(server.Port) with { Connections = 2, MailsPerConnection = 5 }, time: new FakeTimeProvider()))
        {
            SendOutcome[] outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => sender.SendAsync(SenderBench.Person(n, $"p{n}@example.org", "P"), Test)));
            Assert.All(outcomes, outcome => Assert.Equal(OptInResendState.Sent, outcome.State));
        }

        Assert.Equal(20, server.Record.Messages.Distinct().Count());
        Assert.InRange(server.Record.Connections, 4, 5);
        Assert.Equal(server.Record.Connections, server.Record.Count(ScriptStep.Quit));
    }

    [Fact]
    public async Task What_is_cancelled_before_the_dot_is_due_as_before_and_after_it_in_doubt()
    {
        await using ScriptedSmtpServer silent = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.RcptTo, ScriptAnswer.Silent));
        Assert.Equal(OptInResendState.Due, (await CancelledAtAsync(silent, ScriptStep.RcptTo)).State);
        await using ScriptedSmtpServer after = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Message, ScriptAnswer.Silent));
        Assert.Equal(OptInResendState.InDoubt, (await CancelledAtAsync(after, ScriptStep.Message)).State);
        await using ScriptedSmtpServer connecting = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Banner, ScriptAnswer.Silent));
        Assert.Equal(OptInResendState.Due, (await CancelledAtAsync(connecting, ScriptStep.Banner)).State);
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_not_waited_for_without_a_bound()
    {
        await using ScriptedSmtpServer server = ScriptedSmtpServer.Start(SmtpScript.At(ScriptStep.Message, ScriptAnswer.Silent));
        FakeTimeProvider time = new();
        await using SmtpOptInSender sender = SenderBench.Sender(server, time: time);
        Task<SendOutcome> sending = sender.SendAsync(SenderBench.Anna, Test);
        await Eventually.HoldsAsync("the server is behind the final dot", () => server.Record.Count(ScriptStep.Message) == 1);
        time.Advance(SenderBench.Account(server.Port).Timeout);
        Assert.Equal(OptInResendState.InDoubt, (await sending.WaitAsync(TimeSpan.FromMinutes(1), Test)).State);
    }

    [Fact]
    public async Task A_server_that_is_not_there_stops_the_run_until_later()
    {
        using HeldPort nobody = new();
        await using ScriptedSmtpServer other = ScriptedSmtpServer.Start(new SmtpScript());
        await using SmtpOptInSender sender = SenderBench.Sender(other, account: SenderBench.Account(nobody.Port), time: new FastTime(20));
        SendOutcome outcome = await sender.SendAsync(SenderBench.Anna, Test);
        Assert.Equal((OptInResendState.Due, "SenderUnreachable"), (outcome.State, outcome.Stop?.Failure.Id));
        Assert.NotNull(outcome.Stop?.Until);
    }

    private static async Task<SendOutcome> SendAsync(ScriptedSmtpServer server)
    {
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        return await sender.SendAsync(SenderBench.Anna, Test);
    }

    private static async Task<SendOutcome> CancelledAtAsync(ScriptedSmtpServer server, ScriptStep step)
    {
        await using SmtpOptInSender sender = SenderBench.Sender(server);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(Test);
        Task<SendOutcome> sending = sender.SendAsync(SenderBench.Anna, stop.Token);
        await Eventually.HoldsAsync($"the server is at {step}", () => server.Record.Count(step) == 1);
        await stop.CancelAsync();
        return await sending;
    }
}
