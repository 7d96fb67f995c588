using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>
/// One sender of a run. While a mail is on its way the next one is prepared: its turn waited for, its person asked for again, its begin brought to disk. So the
/// disk costs no time, and what may be in doubt after a crash is at most those two.
/// </summary>
/// <param name="work">The run.</param>
/// <param name="feed">Gives people.</param>
/// <param name="rate">Lets mails leave.</param>
/// <param name="marks">Takes marks.</param>
/// <param name="brake">Stops the run.</param>
/// <param name="streak">Sees when everybody is refused.</param>
/// <param name="tally">Counts.</param>
internal sealed class SenderLoop(ResendWork work, ClaimFeed feed, RateGate rate, MarkQueue marks, RunBrake brake, RefusalStreak streak, RunTally tally)
{
    /// <summary>A person who was asked for longer ago is asked for again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly OutcomeRules _rules = new(work.Limits, work.Ledger, new BackOff(new Random()));

    /// <summary>Sends until nobody is due now or the brake is pulled.</summary>
    /// <exception cref="FailureException">The ledger or the server fails.</exception>
    public async Task RunAsync()
    {
        Task<PreparedMail?> preparing = PrepareAsync();
        while (await preparing is { } mail)
        {
            preparing = PrepareAsync();
            await HandOverAsync(mail);
        }
    }

    private async Task<PreparedMail?> PrepareAsync()
    {
        try
        {
            while (!brake.Begin.IsCancellationRequested && await feed.NextAsync(brake.Begin) is { } item)
            {
                await rate.WaitAsync(brake.Begin);
                long askedAt = work.Time.GetTimestamp();
                DueAnswer answer = await AskAsync(item, brake.Begin);
                if (answer.Recipient is not { } recipient)
                    Skip(item, answer.Reason!.Value);
                else if (await BeginAsync(item))
                    return new PreparedMail(item, recipient, askedAt);
            }
        }
        catch (OperationCanceledException) when (brake.Begin.IsCancellationRequested)
        {
            // What was claimed and not begun is given back when the run is left.
        }

        return null;
    }

    private async Task<bool> BeginAsync(LedgerItem item)
    {
        switch (await marks.BeginAsync(item.Target.Uuid))
        {
            case BeginVerdict.Begun:
                return true;
            case BeginVerdict.MailedLately:
                Skip(item, NotDueReason.MailedLately);
                return false;
            case BeginVerdict.OverLimit:
                DateTimeOffset next = LimitDay.EndOf(work.Ledger.Now, work.Limits.TimeZone);
                brake.PullAtLimit(new RunEnd(OptInResendRunState.Paused, Texts.Format("resend.reason.daily-limit", work.Limits.DailyLimit, work.Run.Identity.Account), next));
                return false;
            default:
                return false; // somebody else has the person now
        }
    }

    private async Task HandOverAsync(PreparedMail mail)
    {
        await ReadyAsync();
        if (brake.Begin.IsCancellationRequested && !brake.FinishesBegun)
        {
            Note(mail.Item, mail.Recipient, SendOutcome.NotSent);
            return;
        }

        OptInRecipient recipient = mail.Recipient;
        if (work.Time.GetElapsedTime(mail.AskedAt) > Fresh)
        {
            DueAnswer answer = await AskAgainAsync(mail.Item);
            if (answer.Recipient is null)
            {
                Note(mail.Item, recipient, answer.Reason is { } reason ? new SendOutcome(OptInResendState.Skipped) { ReplyText = reason.ToString() } : SendOutcome.NotSent);
                return;
            }

            recipient = answer.Recipient;
        }

        SendOutcome outcome = await work.Sender.SendAsync(recipient, brake.HandOver);
        if (outcome.Stop is { } stop)
            brake.Pull(OutcomeRules.EndOf(stop));
        else if (streak.Count(outcome) is { } end)
            brake.Pull(end);
        Note(mail.Item, recipient, outcome);
    }

    private async Task ReadyAsync()
    {
        try
        {
            await work.Sender.ReadyAsync(brake.Begin);
        }
        catch (OperationCanceledException) when (brake.Begin.IsCancellationRequested)
        {
            return; // the brake says what becomes of the mail
        }
    }

    private async Task<DueAnswer> AskAsync(LedgerItem item, CancellationToken cancellation) =>
        (await work.Question.AskAsync([item.Target], cancellation))[item.Target.Id];

    /// <summary>The begin is on disk: whatever comes of the question, the mail has to get an outcome.</summary>
    private async Task<DueAnswer> AskAgainAsync(LedgerItem item)
    {
        try
        {
            return await AskAsync(item, brake.HandOver);
        }
        catch (OperationCanceledException)
        {
            return new DueAnswer(null, null);
        }
        catch (FailureException exception)
        {
            brake.Pull(OutcomeRules.EndOf(new SendStop(exception.Failure)));
            return new DueAnswer(null, null);
        }
    }

    private void Skip(LedgerItem item, NotDueReason reason) => Note(item, null, new SendOutcome(OptInResendState.Skipped) { ReplyText = reason.ToString() });

    private void Note(LedgerItem item, OptInRecipient? recipient, SendOutcome outcome)
    {
        OutcomeMark mark = _rules.MarkOf(item, outcome);
        tally.Count(mark.State, wasRetry: item.NextAt > DateTimeOffset.UnixEpoch);
        marks.Note(mark, () => work.Told?.Invoke(item, recipient, mark));
    }
}
