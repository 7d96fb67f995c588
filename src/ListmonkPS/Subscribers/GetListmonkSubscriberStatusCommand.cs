using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>Counts the people of each list by their state and by the state of their subscription.</summary>
/// <remarks>
/// It reads only, subscribers and their subscriptions as they are stored now, those of single opt-in and archived lists too: from the database; without one
/// by the API, which needs the rights lists:get_all and subscribers:get_all, and from v5 on subscribers:sql_query to have the server count.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "ListmonkSubscriberStatus")]
[OutputType(typeof(SubscriberStatusCount))]
public sealed class GetListmonkSubscriberStatusCommand : SessionCmdlet
{
    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) =>
        await work.EmitAllAsync(await Core.Subscribers.CountAsync(session, work, stop), stop);
}
