namespace ListmonkPS.Core.Resend.Running;

/// <summary>Stops a run: the first reason counts. From then on no mail begins; those that are on their way end as they may.</summary>
internal sealed class RunBrake : IDisposable
{
    private readonly CancellationTokenSource _begin = new();
    private readonly CancellationTokenSource _handOver = new();
    private RunEnd? _end;

    /// <summary>Ends when no further mail may begin.</summary>
    public CancellationToken Begin => _begin.Token;

    /// <summary>Ends when those on their way are not waited for any longer.</summary>
    public CancellationToken HandOver => _handOver.Token;

    /// <summary>Why it was pulled; null when it was not.</summary>
    public RunEnd? End => Volatile.Read(ref _end);

    /// <summary>True when those whose begin is on disk are still handed over: their part of a limit is used.</summary>
    public bool FinishesBegun { get; private set; }

    /// <summary>Pulls it because a limit is reached: what has begun is finished.</summary>
    public void PullAtLimit(RunEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is not null)
            return;
        FinishesBegun = true;
        _begin.Cancel();
    }

    /// <summary>Pulls it; a later reason changes nothing.</summary>
    public void Pull(RunEnd end)
    {
        if (Interlocked.CompareExchange(ref _end, end, null) is null)
            _begin.Cancel();
    }

    /// <summary>Ends the waits for what is on its way after a time.</summary>
    public void AbandonAfter(TimeSpan grace) => _handOver.CancelAfter(grace);

    /// <inheritdoc/>
    public void Dispose()
    {
        _begin.Dispose();
        _handOver.Dispose();
    }
}
