using System.Threading.Channels;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Log;

using ListmonkPS.TestBench.StandIn.Smtp;
namespace ListmonkPS.TestBench.StandIn.OptIn;

/// <summary>
/// Up to v4: the mail goes into a queue in memory, workers send it later. A failure shows in the log only; what is still queued at a reload is
/// lost without a trace (G27).
/// </summary>
internal sealed class QueuedDelivery : IMailDelivery
{
    private static readonly TimeSpan PushTimeout = TimeSpan.FromSeconds(3);
    private readonly Channel<OutgoingMail> _queue;
    private readonly SmtpServers _servers;
    private readonly LogRing _log;
    private readonly CancellationToken _lifetime;
    private readonly Task[] _workers;

    public QueuedDelivery(LoadedSettings settings, SmtpServers servers, LogRing log, CancellationToken lifetime)
    {
        (_servers, _log, _lifetime) = (servers, log, lifetime);
        int concurrency = settings.Whole("app.concurrency");
        _queue = Channel.CreateBounded<OutgoingMail>(concurrency * settings.Whole("app.message_rate") * 2);
        _workers = [.. Enumerable.Range(0, concurrency).Select(_ => WorkAsync())];
    }

    /// <inheritdoc />
    public async Task HandOverAsync(OutgoingMail mail)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(_lifetime);
        limit.CancelAfter(PushTimeout);
        try
        {
            await _queue.Writer.WriteAsync(mail, limit.Token);
        }
        catch (OperationCanceledException) when (!_lifetime.IsCancellationRequested)
        {
            string text = $"message push timed out: '{mail.Subject}'";
            _log.Write("manager.go:301", text);
            throw new SendFailureException(text);
        }
    }

    /// <summary>Waits until every worker has seen the end of the process.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_workers);

    private async Task WorkAsync()
    {
        try
        {
            await foreach (OutgoingMail mail in _queue.Reader.ReadAllAsync(_lifetime))
                await SendAsync(mail);
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
            // The process ends, and with it the queue (G27).
        }
    }

    private async Task SendAsync(OutgoingMail mail)
    {
        try
        {
            await _servers.SendAsync(mail, _lifetime);
        }
        catch (SendFailureException e)
        {
            _log.Write("manager.go:386", $"error sending message '{mail.Subject}': {e.Message}");
        }
    }
}
