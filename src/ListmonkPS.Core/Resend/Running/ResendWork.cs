using ListmonkPS.Core.Resend.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Limits;
using ListmonkPS.Core.Resend.Sending;

namespace ListmonkPS.Core.Resend.Running;

/// <summary>All that the sending of a run needs.</summary>
/// <param name="Ledger">The durable memory.</param>
/// <param name="Run">The run.</param>
/// <param name="Question">Who is due.</param>
/// <param name="Sender">Sends.</param>
/// <param name="Limits">How fast.</param>
/// <param name="Time">Clock of the waits.</param>
/// <param name="Notices">Takes progress and verbose text.</param>
internal sealed record ResendWork(
    IResendLedger Ledger, LedgerRun Run, IDueQuestion Question, IOptInSender Sender, ResendLimits Limits, TimeProvider Time, INoticeSink Notices)
{
    /// <summary>True to wait for limits to pass instead of ending.</summary>
    public bool Waits { get; init; }

    /// <summary>Told of each outcome when it is on disk, with the person as he was when the mail was sent; null for nobody to be told.</summary>
    public Action<LedgerItem, OptInRecipient?, OutcomeMark>? Told { get; init; }

    /// <summary>What has to hold for a mail to begin now.</summary>
    public BeginRule Rule()
    {
        DateTimeOffset now = Ledger.Now;
        return new BeginRule(now, Limits.MailedBefore(now), Limits.DailyLimit, LimitDay.StartOf(now, Limits.TimeZone));
    }
}
