using ListmonkPS.Core.Mail.Sending;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Resend.Sending;
using ListmonkPS.Core.Resend.Smtp;
using ListmonkPS.Core.Tests.Mail.Smtp;
using ListmonkPS.Core.Tests.TestBench;
using MimeKit;

namespace ListmonkPS.Core.Tests.Resend.Smtp;

/// <summary>Our sender and a Postfix with log-ins by Dovecot.</summary>
public sealed class RealSenderTests(RealMailServerFixture fixture) : IClassFixture<RealMailServerFixture>
{
    private static CancellationToken Test => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mails_to_every_kind_of_address_are_taken_over_few_connections()
    {
        string[] addresses =
        [
            "anna@example.net", "o'neil+tag@example.net", "\"very odd\"@example.net", "anna@b\u00FCcher.example", "xn@xn--bcher-kva.example", "\u00E4nna@example.net",
            .. Enumerable.Range(1, 10).Select(n => $"p{n}@example.net"),
        ];
        string earlier = fixture.Server.Log;
        SendOutcome[] outcomes;
        await using (SmtpOptInSender sender = Sender(fixture.Server.Ports.Submission, connections: 3))
            outcomes = await Task.WhenAll(addresses.Select((address, n) => sender.SendAsync(SenderBench.Person(n + 1, address, $"Za\u017C\u00F3\u0142\u0107 <{n}>"), Test)));
        Assert.All(outcomes, outcome => Assert.Equal((OptInResendState.Sent, 250), (outcome.State, outcome.ReplyCode)));
        await Eventually.HoldsAsync("Postfix has delivered them all", () => Delivered(earlier).Length == addresses.Length);
        string log = fixture.Server.Log[earlier.Length..];
        Assert.All(outcomes, outcome => Assert.Contains($"message-id=<{outcome.MessageId}>", log, StringComparison.Ordinal));
        Assert.Equal(2, Delivered(earlier).Count(line => line.Contains("@xn--bcher-kva.example>", StringComparison.Ordinal) || line.Contains("@b\u00FCcher.example>", StringComparison.Ordinal)));
        Assert.InRange(log.Split('\n').Count(line => line.Contains("smtpd[", StringComparison.Ordinal) && line.Contains(": connect from ", StringComparison.Ordinal)), 1, 3);
    }

    [Fact]
    public async Task A_greylisted_mail_is_tried_again_and_taken_with_the_same_Message_ID()
    {
        await using SmtpOptInSender sender = Sender(fixture.Server.Ports.Greylisted, connections: 1);
        SendOutcome first = await sender.SendAsync(SenderBench.Person(1, "grey-resend@example.net", "Grey"), Test);
        SendOutcome second = await sender.SendAsync(SenderBench.Person(1, "grey-resend@example.net", "Grey"), Test);
        Assert.Equal((OptInResendState.Retry, SmtpReplyClass.Greylist), (first.State, first.Class));
        Assert.Equal((OptInResendState.Sent, first.MessageId), (second.State, second.MessageId));
    }

    [Fact]
    public async Task A_sender_that_the_log_in_does_not_own_stops_the_run()
    {
        await using SmtpOptInSender sender = Sender(fixture.Server.Ports.Submission, connections: 1, from: "other@example.org");
        SendOutcome outcome = await sender.SendAsync(SenderBench.Anna, Test);
        Assert.Equal((OptInResendState.Due, "SenderRefused"), (outcome.State, outcome.Stop?.Failure.Id));
        Assert.Null(outcome.Stop?.Until);
    }

    private string[] Delivered(string earlier) =>
        [.. fixture.Server.Log[earlier.Length..].Split('\n').Where(line => line.Contains("status=sent", StringComparison.Ordinal))];

    private SmtpOptInSender Sender(int port, int connections, string from = "news@example.org")
    {
        SmtpAccount account = SenderBench.Account(port) with
        {
            Host = "localhost",
            Tls = SmtpTlsMode.StartTls,
            Authorities = fixture.Server.Authorities,
            Secret = new AuthSecret(fixture.Server.User, fixture.Server.Password),
            HelloName = "lists.example.org",
            Connections = connections,
        };
        SenderIdentity identity = SenderBench.Identity with { From = new MailboxAddress("News", from) };
        return SenderBench.Sender(account, identity);
    }
}
