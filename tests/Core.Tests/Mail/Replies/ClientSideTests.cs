using ListmonkPS.Core.Mail.Replies;

namespace ListmonkPS.Core.Tests.Mail.Replies;

/// <summary>Errors that no server said (field cases 2.3, contract 6.3), bare and in listmonk's log.</summary>
public sealed class ClientSideTests
{
    private static readonly string[] Prefixes =
    [
        "",
        "2025/02/03 23:59:59.123456 subscribers.go:500: error sending opt-in e-mail for subscriber 7 (0a1b2c3d-1111-4222-8333-944445555666): ",
        "2024/05/01 10:00:00 manager.go:312: error sending message '550 words': ",
    ];

    private readonly ReplyClassifier _classifier = new();

    public static TheoryData<string, RetryAdvice> Errors => new()
    {
        { "SMTP STARTTLS extension not found", RetryAdvice.No },
        { "SMTP AUTH extension not found", RetryAdvice.No },
        { "unkown SMTP fromServer", RetryAdvice.No },
        { "tls: first record does not look like a TLS handshake", RetryAdvice.No },
        { "EOF", RetryAdvice.Yes },
        { "write tcp 172.18.0.3:41234->192.0.2.1:587: write: broken pipe", RetryAdvice.Yes },
        { "remote error: tls: user canceled", RetryAdvice.Yes },
        { "x509: certificate relies on legacy Common Name field, use SANs instead", RetryAdvice.No },
        { "x509: certificate is valid for mail.example.net, not smtp.example.org", RetryAdvice.No },
        { "dial tcp 192.0.2.1:587: i/o timeout", RetryAdvice.Later },
        { "dial tcp 192.0.2.1:25: connect: connection refused", RetryAdvice.Later },
        { "dial tcp: lookup smtp.example.org: no such host", RetryAdvice.No },
        { "dial tcp: lookup smtp.example.org on 127.0.0.11:53: server misbehaving", RetryAdvice.Later },
        { "timed out waiting for free conn in pool", RetryAdvice.Later },
        { "timed out returning connection to pool", RetryAdvice.Later },
        { "message push timed out: 'Confirm subscription'", RetryAdvice.Later },
        { "error spawning process: not supported by windows", RetryAdvice.No },
        { "unencrypted connection", RetryAdvice.No },
        { "mail: expected comma", RetryAdvice.No },
        { "SSL_connect returned=1 errno=0 state=error: certificate verify failed", RetryAdvice.No },
        { "SSL_connect returned=1 errno=0 state=error: wrong version number", RetryAdvice.No },
        { "The revocation function was unable to check revocation because the revocation server was offline.", RetryAdvice.Yes },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_of_the_client_is_never_a_servers_answer(string error, RetryAdvice advice)
    {
        foreach (string prefix in Prefixes)
        {
            SmtpReply reply = _classifier.Classify(prefix + error);
            Assert.Equal(SmtpReplyClass.ClientSide, reply.Class);
            Assert.Equal(advice, reply.CanRetry);
            Assert.Null(reply.ReplyCode);
            Assert.Equal(error, reply.Text);
        }
    }

    [Fact]
    public void Errors_of_the_network_and_of_TLS_are_the_clients()
    {
        string[] wrong = [.. ReplyFiles.ClientSide()
            .SelectMany(error => Prefixes
                .Select(prefix => (error.Retry, error.Text, Prefix: prefix, Read: _classifier.Classify(prefix + error.Text))))
            .Where(one => one.Read.Class != SmtpReplyClass.ClientSide || one.Read.ReplyCode is not null || (one.Retry is not null && one.Retry != one.Read.CanRetry))
            .Select(one => $"{one.Text} -> {one.Read.Class} {one.Read.CanRetry} {one.Read.ReplyCode}, wanted {one.Retry}{(one.Prefix.Length > 0 ? " (in a log)" : "")}")];

        Assert.True(wrong.Length == 0, string.Join("\n", wrong));
    }

    [Theory]
    [InlineData("421 4.4.1 Connection timed out")]
    [InlineData("451 4.4.2 Timeout waiting for data from client.")]
    public void What_a_server_said_is_not_the_clients(string text)
    {
        Assert.Equal(SmtpReplyClass.TemporaryServer, _classifier.Classify(text).Class);
    }
}
