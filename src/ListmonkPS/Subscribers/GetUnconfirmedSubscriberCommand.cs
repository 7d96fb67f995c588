using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Streams the people who signed up and wait for confirmation, the longest waiting first.</summary>
/// <remarks>
/// It reads only: from the database, in short pages, so that memory stays flat however many there are; without a database by the API, which needs the rights
/// lists:get_all and subscribers:get_all, and from v5 on subscribers:sql_query to read long lists in parts instead of whole.
/// </remarks>
[Cmdlet(VerbsCommon.Get, "UnconfirmedSubscriber")]
[OutputType(typeof(UnconfirmedSubscriber))]
public sealed class GetUnconfirmedSubscriberCommand : SessionCmdlet
{
    /// <summary>Lists by name (wildcards work), number or UUID. Default: all lists with double opt-in.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] List { get; set; } = [];

    /// <summary>Only people who signed up at or after this time: 2025-04-20, '2025-04-20 14:02' (local), or a span back from now such as 15m, 2d, 1h30m.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Only people who signed up before this time, given like Since.</summary>
    [Parameter]
    [TimeTransformation]
    public DateTimeOffset? Before { get; set; }

    /// <summary>At most so many people of each server. Default: all.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long? First { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // A time that was understood is said back with its offset, so that nobody is an hour wrong without seeing it.
        if (Since is { } since)
            WriteVerbose(Texts.Format("notice.time-understood", nameof(Since), since));
        if (Before is { } before)
            WriteVerbose(Texts.Format("notice.time-understood", nameof(Before), before));
    }

    private protected override async Task RunAsync(ListmonkSession session, Work work, CancellationToken stop)
    {
        UnconfirmedFilter filter = new() { List = List, Since = Since, Before = Before, First = First };
        await foreach (UnconfirmedSubscriber subscriber in Core.Subscribers.FindUnconfirmedAsync(session, filter, work, stop).WithCancellation(stop))
            await work.EmitAsync(subscriber, stop);
    }
}
