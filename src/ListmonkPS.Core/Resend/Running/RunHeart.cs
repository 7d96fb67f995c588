using ListmonkPS.Core.Resend.Ledger;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>Beats while a run is sent: says in the ledger that this worker lives, sees whether somebody stopped the run or the clock, and shows how far it is.</summary>
internal sealed class RunHeart : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ResendWork _work;
    private readonly RunBrake _brake;
    private readonly RunTally _tally;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _beating;

    /// <summary>Begins to beat.</summary>
    public RunHeart(ResendWork work, RunBrake brake, RunTally tally)
    {
        (_work, _brake, _tally) = (work, brake, tally);
        _beating = Task.Run(BeatAsync, CancellationToken.None);
    }

    /// <summary>Beats no more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _beating;
        _end.Dispose();
        _work.Notices.Progress(_tally.Notice(isLast: true));
    }

    /// <summary>Another machine that shares the run may have met a limit: then its reason and its time count.</summary>
    private async Task<RunEnd> EndOfAsync(OptInResendRunState state) =>
        await _work.Ledger.FindAsync(_work.Run.Name, _end.Token) is { } seen && seen.State == state
            ? new RunEnd(state, seen.Reason, seen.NextAt)
            : new RunEnd(state, Texts.Format("resend.reason.asked"));

    private async Task BeatAsync()
    {
        DateTimeOffset last = _work.Ledger.Now;
        try
        {
            while (true)
            {
                await Task.Delay(Interval, _work.Time, _end.Token);
                _work.Notices.Progress(_tally.Notice());
                OptInResendRunState state = await _work.Ledger.BeatAsync(_work.Run, _end.Token);
                if (state != OptInResendRunState.Running)
                    _brake.Pull(await EndOfAsync(state));
                LedgerClock.RefuseSetBack(_work.Ledger.Now, last, _work.Ledger.Place);
                last = _work.Ledger.Now;
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            return;
        }
        catch (FailureException exception)
        {
            _brake.Pull(new RunEnd(OptInResendRunState.Stopped, exception.Failure.Message, null, exception.Failure));
        }
    }
}
