namespace ListmonkPS.Core.Resend.Sending.ByApi;

/// <summary>Keeps mails back while listmonk, or a proxy before it, asks to be left alone for a moment.</summary>
/// <param name="time">Clock.</param>
internal sealed class CallGate(TimeProvider time)
{
    private readonly object _gate = new();
    private long _closedAt;
    private TimeSpan _closedFor;

    /// <summary>Closes it for a time from now; it never opens earlier by that.</summary>
    public void Close(TimeSpan span)
    {
        lock (_gate)
        {
            if (Left() < span)
                (_closedAt, _closedFor) = (time.GetTimestamp(), span);
        }
    }

    /// <summary>Waits until it is open.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        while (Left() is var left && left > TimeSpan.Zero)
            await Task.Delay(left, time, cancellation);
    }

    private TimeSpan Left()
    {
        lock (_gate)
            return _closedFor - time.GetElapsedTime(_closedAt);
    }
}
