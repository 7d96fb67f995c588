using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Resend.Due;

namespace ListmonkPS.Core.Resend.Sending.ByApi;

/// <summary>
/// Has listmonk send the mails. Its 200 means sent from v5 on and queued before (G20); the SMTP server's words stand in its log alone, which is read where the token may.
/// </summary>
/// <param name="server">The server; its API must be there.</param>
/// <param name="account">The account, as it is shown.</param>
/// <param name="log">What listmonk's log tells of mails.</param>
internal sealed class ApiOptInSender(ListmonkServer server, string account, SendLog log) : IOptInSender
{
    /// <summary>listmonk waits for its mail server without an overall bound (5.5).</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan PauseOfReload = TimeSpan.FromSeconds(5);
    private const int FailuresInARow = 5;
    private const int BreaksInARow = 2;

    /// <summary>So long the run stands still where the server asks for it; for longer it pauses.</summary>
    private static readonly TimeSpan MostStandstill = TimeSpan.FromMinutes(1);

    private readonly ListmonkApi _api = server.Api!;
    private readonly CallGate _gate = new(server.Time);
    private int _unreachable;
    private int _broken;
    private int _failed;

    /// <inheritdoc/>
    public Task ReadyAsync(CancellationToken cancellation) => _gate.WaitAsync(cancellation);

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(OptInRecipient recipient, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
            return SendOutcome.NotSent;
        if (!server.Quirks.SendsInRequest)
            await log.BeginAsync();
        (int unreachable, int broken) = (Volatile.Read(ref _unreachable), Volatile.Read(ref _broken));
        try
        {
            (int status, Failure? failure, TimeSpan? retryAfter) = await _api.ResendOptInAsync(recipient.Id, Bound, cancellation);
            Interlocked.Exchange(ref _unreachable, 0);
            // So a proxy tells that listmonk closed the connection, as it does in a reload; or was not there at all, which nobody can tell apart.
            if (failure is not null && status == 502)
                return BrokenOff(failure.Message, broken) with { ReplyCode = status };
            Interlocked.Exchange(ref _broken, 0);
            return failure is null ? await AcceptedAsync(status) : await RefusedAsync(recipient, status, failure, retryAfter);
        }
        catch (FailureException exception)
        {
            return Unanswered(exception, unreachable, broken);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome(OptInResendState.InDoubt);
        }
    }

    /// <inheritdoc/>
    public async Task EndAsync(INoticeSink notices, CancellationToken cancellation)
    {
        if (server.Quirks.SendsInRequest)
            return;
        IReadOnlyList<SmtpReply> troubles = await log.LastTroublesAsync(cancellation);
        if (_failed + troubles.Count > 0)
            notices.Warning(Texts.Format("notice.resend.queue-failed", _api.Place, _failed + troubles.Count));
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        log.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<SendOutcome> AcceptedAsync(int status)
    {
        if (server.Quirks.SendsInRequest)
            return new SendOutcome(OptInResendState.Sent) { Class = SmtpReplyClass.Accepted, ReplyCode = status };
        SendOutcome queued = new(OptInResendState.Queued) { Class = SmtpReplyClass.Accepted, ReplyCode = status };
        IReadOnlyList<SmtpReply> troubles = await log.NewTroublesAsync();
        Interlocked.Add(ref _failed, troubles.Count);
        return queued with { Stop = troubles.Select(StopOf).FirstOrDefault(stop => stop is not null) };
    }

    /// <summary>Behind the queue of v4.1 and before, a pool may die (B2) or an account be refused, and every mail is lost without another word.</summary>
    private SendStop? StopOf(SmtpReply reply) =>
        SendLog.IsOfDeadPool(reply) ? new SendStop(ResendFailures.PoolDead(_api.Place)) : ReplyOutcome.Of(reply, account, server.Time.GetUtcNow()).Stop;

    private async Task<SendOutcome> RefusedAsync(OptInRecipient recipient, int status, Failure failure, TimeSpan? retryAfter) => status switch
    {
        // Unknown number: deleted since he was asked for (G19).
        400 => new SendOutcome(OptInResendState.Skipped) { ReplyCode = status, ReplyText = nameof(NotDueReason.Gone) },
        401 or 403 => SendOutcome.NotSent with { ReplyCode = status, Class = SmtpReplyClass.ClientSide, Stop = new SendStop(failure) },
        408 or 429 or 503 => Later(status, failure, retryAfter),
        // A proxy that lost patience has handed the call on before.
        504 => new SendOutcome(OptInResendState.InDoubt) { ReplyCode = status, ReplyText = failure.Message, Stop = new SendStop(failure) },
        500 => await FailedAsync(recipient, failure),
        _ => SendOutcome.NotSent with { ReplyCode = status, ReplyText = failure.Message, Stop = new SendStop(failure) },
    };

    /// <summary>A proxy that counts calls, or listmonk behind one that is being mended: not this mail is refused, but all for a time, which it may state.</summary>
    private SendOutcome Later(int status, Failure failure, TimeSpan? retryAfter)
    {
        SendOutcome outcome = new(OptInResendState.Retry) { ReplyCode = status, Class = SmtpReplyClass.RateLimit, ReplyText = failure.Message, RetryAfter = retryAfter };
        if (retryAfter is not { } span)
            return outcome;
        _gate.Close(span < MostStandstill ? span : MostStandstill);
        return span <= MostStandstill ? outcome : outcome with { State = OptInResendState.Due, Stop = new SendStop(failure, server.Time.GetUtcNow() + span) };
    }

    private async Task<SendOutcome> FailedAsync(OptInRecipient recipient, Failure failure)
    {
        if (await log.FindAsync(recipient) is not { } reply)
            return new SendOutcome(OptInResendState.Retry) { ReplyCode = 500, ReplyText = failure.Message };
        if (SendLog.IsOfDeadPool(reply))
            return SendOutcome.NotSent with { ReplyText = reply.Text, Stop = new SendStop(ResendFailures.PoolDead(_api.Place)) };
        SendOutcome outcome = ReplyOutcome.Of(reply, account, server.Time.GetUtcNow());
        // It was listmonk that could not reach or understand its server; that may pass.
        return reply.Class is SmtpReplyClass.ClientSide or SmtpReplyClass.Unknown && reply.ReplyCode is null
            ? outcome with { State = OptInResendState.Retry }
            : outcome;
    }

    /// <summary>A reload breaks off all that is on its way at once: what began before a failure was known does not count as a further one.</summary>
    private SendOutcome Unanswered(FailureException exception, int unreachable, int broken)
    {
        string text = exception.Failure.Message;
        if (exception.Failure.Category == FailureCategory.OperationTimeout)
        {
            // From v5 on such a connection is never given back before a reload, so that every further one makes it worse.
            return new SendOutcome(OptInResendState.InDoubt) { ReplyText = text, Stop = new SendStop(ResendFailures.ResendTimedOut(_api.Place, Bound)) };
        }

        if (IsNeverHandedOver(exception))
        {
            SendStop? stop = IsAnother(ref _unreachable, unreachable, FailuresInARow) ? new SendStop(exception.Failure) : null;
            return new SendOutcome(OptInResendState.Retry) { Class = SmtpReplyClass.ClientSide, ReplyText = text, RetryAfter = PauseOfReload, Stop = stop };
        }

        return BrokenOff(text, broken);
    }

    /// <summary>Without any SMTP server listmonk drops the connection (B21); one that was cut by chance is no reason to stop.</summary>
    private SendOutcome BrokenOff(string text, int broken) => new(OptInResendState.InDoubt)
    {
        ReplyText = text,
        Stop = IsAnother(ref _broken, broken, BreaksInARow) ? new SendStop(ResendFailures.ResendBrokenOff(_api.Place)) : null,
    };

    /// <summary>Counts a failure, and tells whether there were too many in a row.</summary>
    private static bool IsAnother(ref int count, int before, int most)
    {
        Interlocked.CompareExchange(ref count, before + 1, before);
        return before + 1 >= most;
    }

    private static bool IsNeverHandedOver(FailureException exception) => exception.InnerException is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
