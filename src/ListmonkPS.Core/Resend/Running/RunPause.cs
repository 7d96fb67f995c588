namespace ListmonkPS.Core.Resend.Running;

/// <summary>Waits until a paused run may go on. The wait can take days: it shows until when, and somebody may stop or give up the run meanwhile.</summary>
/// <param name="work">The run.</param>
/// <param name="tally">How far it has come.</param>
internal sealed class RunPause(ResendWork work, RunTally tally)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    /// <summary>Waits.</summary>
    /// <param name="paused">How it paused.</param>
    /// <param name="next">When it may go on.</param>
    /// <param name="stop">Ctrl+C: it stays paused.</param>
    /// <returns>How the run ends; null to go on.</returns>
    public async Task<RunEnd?> WaitAsync(RunEnd paused, DateTimeOffset next, CancellationToken stop)
    {
        try
        {
            while (next - work.Ledger.Now is var left && left > TimeSpan.Zero)
            {
                work.Notices.Progress(tally.PausedNotice(paused.Reason, next));
                await Task.Delay(left < LookInterval ? left : LookInterval, work.Time, stop);
                if (await StateAsync(stop) is { } state and not (OptInResendRunState.Paused or OptInResendRunState.Running))
                    return new RunEnd(state, state == OptInResendRunState.Finished ? "" : Texts.Format("resend.reason.asked"));
            }

            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return paused;
        }
    }

    /// <summary>The state of the run; null from a ledger that is away now: it has to be there when the pause is over.</summary>
    private async Task<OptInResendRunState?> StateAsync(CancellationToken stop)
    {
        try
        {
            return await work.Ledger.BeatAsync(work.Run, stop);
        }
        catch (FailureException exception)
        {
            work.Notices.Verbose(exception.Failure.Message);
            return null;
        }
    }
}
