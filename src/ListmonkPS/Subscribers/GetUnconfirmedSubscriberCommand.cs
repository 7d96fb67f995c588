using System.Management.Automation;
using ListmonkPS.Shell;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Times;

namespace ListmonkPS;

/// <summary>Streams the people who signed up and wait for confirmation, in order of their numbers: who came first comes first.</summary>
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

    /// <summary>Only addresses of these domains; wildcards work: example.org, *.example.org. Without regard to case.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Domain { get; set; } = [];

    /// <summary>Only these addresses; wildcards work: anna@example.org, *+test@*. Without regard to case.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Email { get; set; } = [];

    /// <summary>Takes people, too, whose mail bounced hard or who complained of it. Default: they are left out, as a mail to them harms the sender.</summary>
    [Parameter]
    public SwitchParameter IncludeBounced { get; set; }

    /// <summary>
    /// Adds the property ConfirmUri, the link with which the person confirms. It works without a log-in and never expires, so keep it where mail addresses
    /// are kept. Without this the method GetConfirmUri() gives it.
    /// </summary>
    [Parameter]
    public SwitchParameter IncludeConfirmUri { get; set; }

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
        UnconfirmedFilter filter = new()
        {
            List = List,
            Since = Since,
            Before = Before,
            Domain = Domain,
            Email = Email,
            IncludeBounced = IncludeBounced,
            First = First,
        };
        IAsyncEnumerable<UnconfirmedSubscriber> people = Core.Subscribers.FindUnconfirmedAsync(session, filter, work, stop);
        if (!IncludeConfirmUri)
        {
            await work.EmitStreamAsync(people, stop);
            return;
        }

        await foreach (UnconfirmedSubscriber subscriber in people.WithCancellation(stop))
            await work.EmitAsync(WithConfirmUri(subscriber, session), stop);
    }

    private static PSObject WithConfirmUri(UnconfirmedSubscriber subscriber, ListmonkSession session)
    {
        PSObject shown = new(subscriber);
        Uri link = subscriber.GetConfirmUri() ?? throw new FailureException(SessionFailures.RootUrlUnknown(session.Name));
        shown.Properties.Add(new PSNoteProperty("ConfirmUri", link));
        return shown;
    }
}
