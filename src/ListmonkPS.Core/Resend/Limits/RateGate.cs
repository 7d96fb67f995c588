using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Limits;

/// <summary>Lets mails leave at the rate of the account. It reserves in the ledger, which all machines share, a quarter of a second's mails at a time.</summary>
/// <param name="ledger">Where the account's rate is kept.</param>
/// <param name="run">The run.</param>
/// <param name="interval">Time between two mails.</param>
/// <param name="time">Clock of the waits.</param>
internal sealed class RateGate(IResendLedger ledger, LedgerRun run, TimeSpan interval, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Reserved = TimeSpan.FromMilliseconds(250);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly int _count = (int)Math.Clamp(Reserved / interval, 1, 1000);
    private DateTimeOffset _next;
    private int _left;

    /// <summary>Waits until the next mail may leave.</summary>
    /// <exception cref="OperationCanceledException">The wait was ended.</exception>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        DateTimeOffset at;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_left == 0)
            {
                _next = await ledger.ReserveAsync(run, _count, interval, cancellation);
                _left = _count;
            }

            at = _next;
            _next += interval;
            _left--;
        }
        finally
        {
            _turn.Release();
        }

        TimeSpan pause = at - ledger.Now;
        if (pause > TimeSpan.Zero)
            await Task.Delay(pause, time, cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
