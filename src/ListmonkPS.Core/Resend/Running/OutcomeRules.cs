using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>Makes of what a sender says what the ledger notes: when to try again, and when that was often enough.</summary>
/// <param name="limits">How often a mail is tried.</param>
/// <param name="ledger">Gives the time.</param>
/// <param name="backOff">How long to wait.</param>
internal sealed class OutcomeRules(ResendLimits limits, IResendLedger ledger, BackOff backOff)
{
    /// <summary>The mark of an outcome.</summary>
    /// <param name="item">The person as he was claimed.</param>
    /// <param name="outcome">What the sender says.</param>
    public OutcomeMark MarkOf(LedgerItem item, SendOutcome outcome)
    {
        int attempts = item.Attempts + 1;
        bool isTriedAgain = outcome.State == OptInResendState.Retry && attempts < limits.MaxAttempts;
        return new OutcomeMark(item.Target.Uuid, isTriedAgain ? LedgerState.Retry : StateOf(outcome.State), ledger.Now)
        {
            NextAt = isTriedAgain ? ledger.Now + backOff.Pause(outcome.RetryAfter, attempts) : null,
            Class = outcome.Class == SmtpReplyClass.Unknown && outcome.ReplyCode is null ? null : outcome.Class,
            ReplyCode = outcome.ReplyCode,
            ReplyText = outcome.ReplyText,
            MessageId = outcome.MessageId,
        };
    }

    /// <summary>How a run ends that somebody's reply stops.</summary>
    public static RunEnd EndOf(SendStop stop) => stop.Until is { } until
        ? new RunEnd(OptInResendRunState.Paused, stop.Failure.Message, until)
        : new RunEnd(OptInResendRunState.Stopped, stop.Failure.Message, null, stop.Failure);

    private static LedgerState StateOf(OptInResendState state) => state switch
    {
        OptInResendState.Due => LedgerState.Due,
        OptInResendState.Sent => LedgerState.Sent,
        OptInResendState.Queued => LedgerState.Queued,
        OptInResendState.Retry or OptInResendState.GaveUp => LedgerState.GaveUp,
        OptInResendState.InDoubt => LedgerState.InDoubt,
        OptInResendState.Skipped => LedgerState.Skipped,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}
