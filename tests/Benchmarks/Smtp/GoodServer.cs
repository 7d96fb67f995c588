using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Mail.Smtp;
using ListmonkPS.Core.Mail.Smtp.Auth;
using ListmonkPS.Core.Mail.Smtp.Stages;
using ListmonkPS.TestBench.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace ListmonkPS.Benchmarks.Smtp;

/// <summary>A good server with STARTTLS, our conversation with it, and what a client of MailKit does up to the log-in.</summary>
internal sealed class GoodServer : IAsyncDisposable
{
    private static readonly SmtpScript Script = new();
    private readonly TestAuthority _authority = new();
    private readonly ScriptedSmtpServer _server;

    /// <summary>Starts it.</summary>
    public GoodServer() => _server = ScriptedSmtpServer.Start(Script with { Certificate = _authority.Good(), AuthNeedsTls = true });

    /// <summary>Our whole conversation.</summary>
    /// <exception cref="InvalidOperationException">It did not pass: then its time says nothing.</exception>
    public async Task<SmtpTest> TalkAsync(CancellationToken cancellation)
    {
        SmtpTarget target = new()
        {
            Server = "127.0.0.1",
            Port = _server.Port,
            Tls = SmtpTlsMode.StartTls,
            Authorities = _authority.Roots,
            Secret = new AuthSecret(Script.User, Script.Password),
            From = Script.User,
        };
        SmtpTest test = await new SmtpConversation(TimeProvider.System, new ReplyClassifier()).RunAsync(target, cancellation);
        return test.Status == CheckStatus.Pass ? test : throw new InvalidOperationException($"{test.Stage}: {test.ReplyText}");
    }

    /// <summary>Connects and logs in with MailKit, and is left without a word.</summary>
    public async Task<TimeSpan> LogInWithMailKitAsync(CancellationToken cancellation)
    {
        // Nothing is spent on revocation lists or on a second judgement of the chain.
        using SmtpClient client = new()
        {
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.Issuer == _authority.Roots[0].Subject,
        };
        long start = TimeProvider.System.GetTimestamp();
        await client.ConnectAsync("127.0.0.1", _server.Port, SecureSocketOptions.StartTls, cancellation);
        await client.AuthenticateAsync(new SaslMechanismPlain(Script.User, Script.Password), cancellation);
        return TimeProvider.System.GetElapsedTime(start);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authority.Dispose();
    }
}
