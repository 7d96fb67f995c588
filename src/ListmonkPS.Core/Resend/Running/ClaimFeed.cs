using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>Hands people to the senders, one by one, and claims the next ones in batches.</summary>
/// <param name="ledger">Where they are claimed.</param>
/// <param name="run">The run.</param>
/// <param name="batch">How many at a time.</param>
internal sealed class ClaimFeed(IResendLedger ledger, LedgerRun run, int batch) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Queue<LedgerItem> _claimed = [];

    /// <summary>The next person whose time has come; null when there is none now.</summary>
    public async Task<LedgerItem?> NextAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_claimed.Count == 0)
            {
                foreach (LedgerItem item in await ledger.ClaimAsync(run, batch, cancellation))
                    _claimed.Enqueue(item);
            }

            return _claimed.TryDequeue(out LedgerItem? next) ? next : null;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
