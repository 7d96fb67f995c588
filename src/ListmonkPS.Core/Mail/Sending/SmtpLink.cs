using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>One connection to the mail server, logged in. It sends one mail at a time; after anything but a taken or refused mail it is of no more use.</summary>
internal sealed class SmtpLink : IAsyncDisposable
{
    private static readonly TimeSpan QuitBound = TimeSpan.FromSeconds(2);

    private readonly DotWatch _watch = new();
    private readonly LinkClient _client;
    private readonly SmtpAccount _account;
    private readonly TimeProvider _time;
    private SmtpStageName _stage = SmtpStageName.Connect;

    private SmtpLink(SmtpAccount account, TimeProvider time)
    {
        _account = account;
        _time = time;
        // What listmonk's own client checks and not more: names and authorities, no revocation lists from elsewhere.
        _client = new LinkClient(_watch) { LocalDomain = account.HelloName, CheckCertificateRevocation = false };
        _client.ServerCertificateValidationCallback = new LinkCertificate(account).IsTaken;
        _client.Timeout = (int)Math.Clamp(account.Timeout.TotalMilliseconds, 1, int.MaxValue);
    }

    private static Delivery Unsendable => new(DeliveryEnd.Unsendable, SmtpStageName.MailFrom, null, Texts.Format("smtp.trouble.sender.unsendable"));

    /// <summary>Mails that were sent over it.</summary>
    public int Mails { get; private set; }

    /// <summary>True when more may be sent over it.</summary>
    public bool IsUsable => _client.IsConnected && Mails < _account.MailsPerConnection;

    /// <summary>Connects and logs in.</summary>
    /// <returns>The connection, or why there is none.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled from outside.</exception>
    public static async Task<(SmtpLink? Link, Delivery? Trouble)> OpenAsync(SmtpAccount account, TimeProvider time, CancellationToken cancellation)
    {
        SmtpLink link = new(account, time);
        try
        {
            await link.ConnectAsync(cancellation);
            return (link, null);
        }
        catch (Exception exception) when (LinkTrouble.IsServers(exception))
        {
            await link.DisposeAsync();
            cancellation.ThrowIfCancellationRequested();
            return (null, LinkTrouble.OfConnect(exception, link._stage, account));
        }
    }

    /// <summary>Sends one mail.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="envelope">Sender and recipients; the first of them is the subscriber.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    public async Task<Delivery> SendAsync(MimeMessage message, MailEnvelope envelope, CancellationToken cancellation)
    {
        _watch.Reset();
        _client.Subscriber = envelope.Recipients[0];
        bool isInternational = envelope.IsInternational;
        if (isInternational && !_client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            return Unsendable;
        FormatOptions format = FormatOptions.Default.Clone();
        format.International = isInternational;
        using CancellationTokenSource limit = new(_account.Timeout, _time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            string reply = await _client.SendAsync(format, message, envelope.Sender, envelope.Recipients, end.Token);
            Mails++;
            return new Delivery(DeliveryEnd.Taken, SmtpStageName.Data, (int)SmtpStatusCode.Ok, reply);
        }
        catch (SmtpCommandException refused)
        {
            return new Delivery(DeliveryEnd.Refused, LinkTrouble.StageOf(refused.ErrorCode), (int)refused.StatusCode, refused.Message);
        }
        catch (ServiceNotAuthenticatedException refused)
        {
            return new Delivery(DeliveryEnd.Refused, SmtpStageName.MailFrom, (int)SmtpStatusCode.AuthenticationRequired, refused.Message);
        }
        catch (NotSupportedException)
        {
            return Unsendable;
        }
        catch (Exception exception) when (LinkTrouble.IsServers(exception))
        {
            Delivery trouble = LinkTrouble.OfConnect(exception, _watch.IsInData ? SmtpStageName.Data : SmtpStageName.MailFrom, _account);
            DeliveryEnd how = _watch.CanHaveSentDot(message) ? DeliveryEnd.InDoubt
                : cancellation.IsCancellationRequested ? DeliveryEnd.Cancelled
                : DeliveryEnd.Lost;
            return trouble with { End = how };
        }
    }

    /// <summary>Takes leave of the server, if it still listens.</summary>
    public async ValueTask DisposeAsync()
    {
        using CancellationTokenSource bound = new(QuitBound, _time);
        try
        {
            if (_client.IsConnected)
                await _client.DisconnectAsync(quit: true, bound.Token);
        }
        catch (Exception exception) when (LinkTrouble.IsServers(exception))
        {
            // All that was to be said has been said.
        }

        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource limit = new(_account.Timeout, _time);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        SecureSocketOptions security = _account.Tls switch
        {
            SmtpTlsMode.Implicit => SecureSocketOptions.SslOnConnect,
            SmtpTlsMode.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        _stage = SmtpStageName.Banner;
        await _client.ConnectAsync(_account.Host, _account.Port, security, end.Token);
        if (_account.Mechanism == SmtpAuthMechanism.None || _account.Secret is not { } secret)
            return;
        _stage = SmtpStageName.Auth;
        await _client.AuthenticateAsync(LinkLogIn.Of(_account.Mechanism, secret), end.Token);
    }
}
