using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Running;

namespace ListmonkPS.Core.Resend;

/// <summary>
/// Sends a run: the door of this room. Its people are in the ledger already. It joins the run, sends to whoever is due, waits for retries that come soon and for
/// claims of others, and leaves the run in the state in which it ended.
/// </summary>
/// <param name="work">The run and all it needs.</param>
internal sealed class ResendRun(ResendWork work)
{
    /// <summary>Retries that come due within it are waited for; later ones pause the run.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>On Ctrl+C, what is on its way gets so long to end; the whole has half a second.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LedgerGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OthersPause = TimeSpan.FromSeconds(1);

    private readonly RunTally _tally = new(work.Run.Name, work.Time, work.Limits);

    /// <summary>Sends until nobody is left or something stops it; never throws for the latter.</summary>
    /// <param name="stop">Ctrl+C: what is on its way is finished or marked.</param>
    public async Task<RunEnd> SendAsync(CancellationToken stop)
    {
        using CancellationTokenSource ledgerEnd = new(Timeout.InfiniteTimeSpan, work.Time);
        using CancellationTokenRegistration bound = stop.Register(() => ledgerEnd.CancelAfter(LedgerGrace));
        RunEnd end = await SendOnceAsync(stop, ledgerEnd.Token);
        while (work.Waits && end is { State: OptInResendRunState.Paused, NextAt: { } next })
        {
            work.Notices.Verbose(Texts.Format("notice.resend.waits", work.Run.Name, next, end.Reason));
            if (await new RunPause(work, _tally).WaitAsync(end, next, stop) is { } meanwhile)
                return meanwhile == end ? end : await LeaveAsync(meanwhile, ledgerEnd.Token);
            end = await GuardAsync(() => SendOnceAsync(stop, ledgerEnd.Token));
        }

        return end;
    }

    private async Task<RunEnd> SendOnceAsync(CancellationToken stop, CancellationToken ledgerEnd)
    {
        await work.Ledger.JoinAsync(work.Run, ledgerEnd);
        using RunBrake brake = new();
        using CancellationTokenRegistration interrupt = stop.Register(() =>
        {
            brake.Pull(RunEnd.Interrupted);
            brake.AbandonAfter(Grace);
        });
        RunEnd end;
        try
        {
            // Who was given up after the plan was made stays so, whoever joins.
            end = await work.Ledger.BeatAsync(work.Run, ledgerEnd) == OptInResendRunState.Cancelled
                ? new RunEnd(OptInResendRunState.Cancelled, Texts.Format("resend.reason.asked"))
                : await SendAndMarkAsync(brake, ledgerEnd);
        }
        catch (Exception exception)
        {
            await LeaveAsync(EndOf(exception), ledgerEnd);
            throw;
        }

        return await LeaveAsync(end, ledgerEnd);
    }

    /// <summary>A fault of ours: the ledger shall not say for ever that the run goes on.</summary>
    private static RunEnd EndOf(Exception fault) => new(OptInResendRunState.Stopped, Texts.Format("resend.reason.fault", fault.GetType().Name));

    private async Task<RunEnd> SendAndMarkAsync(RunBrake brake, CancellationToken ledgerEnd)
    {
        MarkQueue marks = new(work.Ledger, work.Run, work.Rule, ledgerEnd);
        await using RunHeart heart = new(work, brake, _tally);
        RunEnd end;
        try
        {
            end = await GuardAsync(() => SendWhatIsDueAsync(brake, marks));
        }
        finally
        {
            marks.Complete();
            await Task.WhenAny(marks.Ended); // however it ends: what is known of mails gets to the disk
        }

        return await GuardAsync(async () =>
        {
            await marks.Ended;
            return end.State == OptInResendRunState.Stopped ? brake.End ?? end : end; // what pulled the brake also breaks off what is waited for
        });
    }

    /// <summary>What the ledger or the server fails at ends the run; it does not leave it without an end.</summary>
    private static async Task<RunEnd> GuardAsync(Func<Task<RunEnd>> work)
    {
        try
        {
            return await work();
        }
        catch (FailureException exception)
        {
            return new RunEnd(OptInResendRunState.Stopped, exception.Failure.Message, null, exception.Failure);
        }
        catch (OperationCanceledException)
        {
            return RunEnd.Interrupted;
        }
    }

    private async Task<RunEnd> SendWhatIsDueAsync(RunBrake brake, MarkQueue marks)
    {
        using RateGate rate = new(work.Ledger, work.Run, work.Limits.Interval, work.Time);
        RefusalStreak streak = new(work.Run.Identity.Account, work.Ledger);
        while (true)
        {
            LedgerFigures figures = await work.Ledger.CountAsync(work.Run, brake.Begin);
            _tally.Reset(figures);
            if (figures.Left == 0)
                return new RunEnd(OptInResendRunState.Finished);
            if (figures[LedgerState.Due] == 0 && figures.Held == 0 && figures.NextRetryAt is { } next && next - work.Ledger.Now > Patience)
                return new RunEnd(OptInResendRunState.Paused, Texts.Format("resend.reason.retries", figures[LedgerState.Retry]), next);
            await SendRoundAsync(rate, streak, brake, marks);
            if (brake.End is { } end)
                return end;
            await PauseAsync(marks, brake);
            if (brake.End is { } meanwhile)
                return meanwhile;
        }
    }

    private async Task SendRoundAsync(RateGate rate, RefusalStreak streak, RunBrake brake, MarkQueue marks)
    {
        using ClaimFeed feed = new(work.Ledger, work.Run, Math.Clamp(work.Limits.RatePerMinute / 30, work.Limits.ThrottleLimit * 2, 200));
        Task[] senders =
        [
            .. Enumerable.Range(0, work.Limits.ThrottleLimit).Select(_ => Task.Run(async () =>
            {
                try
                {
                    await new SenderLoop(work, feed, rate, marks, brake, streak, _tally).RunAsync();
                }
                catch (FailureException exception)
                {
                    brake.Pull(new RunEnd(OptInResendRunState.Stopped, exception.Failure.Message, null, exception.Failure));
                }
                catch (Exception exception)
                {
                    brake.Pull(EndOf(exception)); // the others end too
                    throw;
                }
            })),
        ];
        await Task.WhenAll(senders);
    }

    /// <summary>Nobody is due now: waits for the first retry, or for what other machines have in hand.</summary>
    private async Task PauseAsync(MarkQueue marks, RunBrake brake)
    {
        await marks.FlushAsync();
        LedgerFigures figures = await work.Ledger.CountAsync(work.Run, brake.Begin);
        _tally.Reset(figures);
        if (figures[LedgerState.Due] > 0 || figures.Left == 0)
            return;
        DateTimeOffset next = figures.NextRetryAt ?? DateTimeOffset.MaxValue;
        if (figures.Held > 0 && next > work.Ledger.Now + OthersPause)
            next = work.Ledger.Now + OthersPause;
        if (next - work.Ledger.Now > Patience)
            return;
        try
        {
            await DelayUntilAsync(next, brake.Begin);
        }
        catch (OperationCanceledException) when (brake.End is not null)
        {
            return; // the brake says why
        }
    }

    private async Task<RunEnd> LeaveAsync(RunEnd end, CancellationToken cancellation)
    {
        try
        {
            await (end.IsOfThisWorker
                ? work.Ledger.StepOutAsync(work.Run, end.Reason, cancellation)
                : work.Ledger.LeaveAsync(work.Run, end.State, end.Reason, end.NextAt, cancellation));
            return end;
        }
        catch (FailureException exception)
        {
            // The first failure is the cause; a ledger that is gone cannot be left either.
            return end.Failure is null ? new RunEnd(OptInResendRunState.Stopped, exception.Failure.Message, null, exception.Failure) : end;
        }
        catch (OperationCanceledException)
        {
            return end;
        }
    }

    private async Task DelayUntilAsync(DateTimeOffset next, CancellationToken cancellation)
    {
        // In pieces: a timer knows no more than some weeks, and a clock may be set meanwhile.
        TimeSpan longest = TimeSpan.FromMinutes(1);
        while (next - work.Ledger.Now is var left && left > TimeSpan.Zero)
            await Task.Delay(left < longest ? left : longest, work.Time, cancellation);
    }
}
