using System.Management.Automation;
using ListmonkPS.Shell.Bridge;
using ListmonkPS.Shell.Completion;
using ListmonkPS.Shell.Sessions;

namespace ListmonkPS.Shell;

/// <summary>What all cmdlets share that talk to servers: -Session, and the same work for each of them side by side.</summary>
public abstract class SessionCmdlet : ListmonkCmdlet
{
    private readonly HashSet<ListmonkSession> _taken = [];

    /// <summary>
    /// The servers: sessions, or their names (wildcards work). Default: the one that was last connected by itself.
    /// A server that is given more than once is asked once.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SessionTransformation]
    [ArgumentCompleter(typeof(SessionCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ListmonkSession[]? Session { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (ListmonkSession session in Session ?? [.. DefaultSession()])
        {
            if (_taken.Add(session))
                Take(session);
        }
    }

    /// <summary>Takes one server, given for the first time: its work begins at once.</summary>
    /// <param name="session">The server.</param>
    private protected virtual void Take(ListmonkSession session) => Start((work, stop) => RunAsync(session, work, stop));

    /// <summary>What the cmdlet does for one server; runs on the thread pool.</summary>
    /// <param name="session">The server.</param>
    /// <param name="work">Takes what there is to say.</param>
    /// <param name="stop">Ends the work.</param>
    private protected abstract Task RunAsync(ListmonkSession session, Work work, CancellationToken stop);

    /// <summary>The server that is asked when none is named; without one an error, and none.</summary>
    private protected IReadOnlyList<ListmonkSession> DefaultSession()
    {
        SessionTable table = SessionTable.OfRunspace();
        if (table.Default is { } session)
            return [session];
        WriteFailure(table.All.Count == 0 ? ShellFailures.NoSession() : ShellFailures.NoDefaultSession(table.All.Select(known => known.Name)));
        return [];
    }
}
