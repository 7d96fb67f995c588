using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Shows what waits or is under way: campaigns with their progress, people who wait by age, today's mails against the limit, runs of resending.</summary>
/// <remarks>
/// It reads only. listmonk has no queue that could be looked into, and no such option; this is all that API, database and ledger show of one. Opt-in mails that listmonk sends by itself are recorded
/// nowhere, so today's figure is what is recorded, and that is said.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "ListmonkQueue")]
[OutputType(typeof(QueueItem))]
public sealed class GetListmonkQueueCommand : SessionCmdlet
{
    /// <summary>Mails that may be sent a day. Default: the least that is publicly known of the providers of the enabled SMTP servers.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? DailyLimit { get; set; }

    /// <summary>Time zone in which the day begins, such as UTC or Europe/Berlin. Default: that of this machine.</summary>
    [Parameter]
    [TimeZoneTransformation]
    [ValidateNotNull]
    public TimeZoneInfo? TimeZone { get; set; }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        QueueRequest request = new() { DailyLimit = DailyLimit, TimeZone = TimeZone };
        await work.EmitAllAsync(await Core.Queue.ReadAsync(session, request, work.Fail, work, stop), stop);
    }
}
