using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>
/// Sees when it is not a mail that is refused but all of them: so many in a row, by a limit of the account or because the mail server has trouble of its own.
/// The run then pauses; otherwise an hour of trouble would use up everybody's attempts.
/// </summary>
/// <param name="account">The account, as it is shown.</param>
/// <param name="ledger">Gives the time.</param>
internal sealed class RefusalStreak(string account, IResendLedger ledger)
{
    /// <summary>Some of these replies are about one recipient's server; so many one after the other are not.</summary>
    private const int Most = 10;

    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    private readonly object _gate = new();
    private int _inARow;
    private TimeSpan _pause;

    /// <summary>Counts an outcome.</summary>
    /// <param name="outcome">What became of a mail.</param>
    /// <returns>How the run ends; null to go on.</returns>
    public RunEnd? Count(SendOutcome outcome)
    {
        lock (_gate)
        {
            if (outcome.State is OptInResendState.Sent or OptInResendState.Queued or OptInResendState.GaveUp)
                (_inARow, _pause) = (0, TimeSpan.Zero);
            if (outcome.State != OptInResendState.Retry || !IsOfAll(outcome.Class))
                return null;
            TimeSpan stated = outcome.RetryAfter ?? Usual;
            _pause = stated > _pause ? stated : _pause;
            return ++_inARow < Most ? null : new RunEnd(
                OptInResendRunState.Paused, Texts.Format("resend.reason.refused", Most, account, outcome.ReplyText), ledger.Now + _pause);
        }
    }

    /// <summary>Greylisting and full mailboxes are of one recipient, however many they are.</summary>
    private static bool IsOfAll(SmtpReplyClass found) => found is SmtpReplyClass.RateLimit or SmtpReplyClass.ConnectionLimit
        or SmtpReplyClass.TemporaryServer or SmtpReplyClass.ClientSide or SmtpReplyClass.Unknown;
}
