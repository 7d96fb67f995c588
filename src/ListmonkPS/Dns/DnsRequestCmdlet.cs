using ListmonkPS.Shell.Bridge;

namespace ListmonkPS;

/// <summary>
/// What the cmdlets share that check one thing in the DNS: a server is needed only for what the parameters leave open, and they begin when all input
/// is there, so that each name is asked once for all of it.
/// </summary>
/// <typeparam name="TRequest">What one record of the pipeline asks for.</typeparam>
public abstract class DnsRequestCmdlet<TRequest> : DnsCmdlet
    where TRequest : class
{
    private readonly List<ListmonkSession> _sessions = [];
    private readonly List<TRequest> _requests = [];
    private bool _isSessionNamed;
    private bool _hasLookedForSession;

    /// <summary>True when the parameters say what to check, so that no server's settings are needed.</summary>
    private protected abstract bool IsComplete { get; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => _isSessionNamed = Session is not null;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isSessionPiped = Session is not null && !_isSessionNamed;
        if (Session is not null || (!IsComplete && !_hasLookedForSession))
        {
            _hasLookedForSession = Session is null;
            base.ProcessRecord();
        }

        if (isSessionPiped)
            return;
        _requests.Add(MakeRequest());
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        TRequest[] requests = _requests.Count > 0 ? [.. _requests] : [MakeRequest()];
        if (_sessions.Count == 0 && _requests.Count > 0 && !_hasLookedForSession)
            Start((work, stop) => CheckAsync(null, requests, work, stop));
        foreach (ListmonkSession session in _sessions)
            Start((work, stop) => CheckAsync(session, requests, work, stop));
        base.EndProcessing();
    }

    /// <summary>What the record in hand asks for.</summary>
    private protected abstract TRequest MakeRequest();

    /// <summary>What the cmdlet does; runs on the thread pool.</summary>
    /// <param name="session">The server that fills in what is left open; null for none.</param>
    /// <param name="requests">What to check.</param>
    /// <param name="work">Takes what there is to say.</param>
    /// <param name="stop">Ends the work.</param>
    private protected abstract Task CheckAsync(ListmonkSession? session, IReadOnlyList<TRequest> requests, Work work, CancellationToken stop);

    /// <summary>Keeps a server until all input is there.</summary>
    private protected override void Take(ListmonkSession session) => _sessions.Add(session);

    private protected override Task RunAsync(ListmonkSession session, Work work, CancellationToken stop) =>
        CheckAsync(session, [MakeRequest()], work, stop);
}
