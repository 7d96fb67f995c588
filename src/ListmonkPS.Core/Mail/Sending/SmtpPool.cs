using System.Threading.Channels;
using MimeKit;

namespace ListmonkPS.Core.Mail.Sending;

/// <summary>
/// A few connections to one mail server, opened when they are needed and used again and again. A connection that died while it lay idle costs nothing: the
/// mail goes over the next one.
/// </summary>
/// <param name="account">The server.</param>
/// <param name="time">Clock.</param>
internal sealed class SmtpPool(SmtpAccount account, TimeProvider time) : IAsyncDisposable
{
    /// <summary>Pauses before a server that does not answer is asked again: a restart takes a few seconds.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)];

    private readonly Channel<SmtpLink> _idle = Channel.CreateUnbounded<SmtpLink>();
    private readonly SemaphoreSlim _room = new(account.Connections);
    private int _open;

    /// <summary>Sends one mail over whichever connection is free.</summary>
    /// <param name="message">The mail.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="cancellation">Ends the wait; what came of it is in the result.</param>
    public async Task<Delivery> SendAsync(MimeMessage message, MailEnvelope envelope, CancellationToken cancellation)
    {
        try
        {
            await _room.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return Cancelled;
        }

        try
        {
            return await SendOverAsync(message, envelope, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Cancelled; // while it connected
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Takes leave of the server on every connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _idle.Writer.TryComplete();
        List<Task> leaving = [];
        while (_idle.Reader.TryRead(out SmtpLink? link))
            leaving.Add(link.DisposeAsync().AsTask());
        await Task.WhenAll(leaving);
        _room.Dispose();
    }

    private static Delivery Cancelled => new(DeliveryEnd.Cancelled, SmtpStageName.Connect, null, "");

    private async Task<Delivery> SendOverAsync(MimeMessage message, MailEnvelope envelope, CancellationToken cancellation)
    {
        while (true)
        {
            bool isFresh = !_idle.Reader.TryRead(out SmtpLink? link);
            if (link is null)
            {
                (link, Delivery? trouble) = await OpenAsync(cancellation);
                if (link is null)
                    return trouble!;
            }

            Delivery delivery = await link.SendAsync(message, envelope, cancellation);
            await GiveBackAsync(link, delivery);
            // 421 is what a server says to a connection that was idle for too long (RFC 5321 section 3.8): no answer to this mail.
            bool isStale = delivery is { End: DeliveryEnd.Lost } or { End: DeliveryEnd.Refused, Code: 421, Stage: SmtpStageName.MailFrom };
            if (isFresh || !isStale)
                return delivery;
        }
    }

    private async Task<(SmtpLink? Link, Delivery? Trouble)> OpenAsync(CancellationToken cancellation)
    {
        for (int attempt = 0; ; attempt++)
        {
            (SmtpLink? link, Delivery? trouble) = await SmtpLink.OpenAsync(account, time, cancellation);
            if (link is not null)
            {
                Interlocked.Increment(ref _open);
                return (link, null);
            }

            // A reply is an answer; only a server that is not there is asked again, and one that takes no more connections while others of ours are open.
            bool isElsewhereOpen = trouble!.Code is 421 or 451 or 452 && Volatile.Read(ref _open) > 0;
            if ((trouble.Code is not null && !isElsewhereOpen) || attempt == Pauses.Length || trouble.Stage is SmtpStageName.Certificate or SmtpStageName.Auth)
                return (null, trouble);
            await Task.Delay(Pauses[attempt], time, cancellation);
            if (_idle.Reader.TryRead(out SmtpLink? free))
                return (free, null);
        }
    }

    private async Task GiveBackAsync(SmtpLink link, Delivery delivery)
    {
        bool isWhole = delivery.End is DeliveryEnd.Taken or DeliveryEnd.Refused or DeliveryEnd.Unsendable && delivery.Code != 421 && link.IsUsable;
        if (isWhole && _idle.Writer.TryWrite(link))
            return;
        Interlocked.Decrement(ref _open);
        await link.DisposeAsync();
    }
}
