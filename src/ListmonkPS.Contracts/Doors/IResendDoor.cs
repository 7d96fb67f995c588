namespace ListmonkPS;

/// <summary>Mailing people again who never got their opt-in mail.</summary>
public interface IResendDoor
{
    /// <summary>Checks what shall be sent and finds out how long it takes, without writing or sending anything.</summary>
    /// <param name="session">Where.</param>
    /// <param name="request">How.</param>
    /// <param name="people">Whom; none for a run that is resumed, or a plan file.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">It cannot be sent as asked for; nothing is written.</exception>
    Task<ResendPlan> PlanAsync(ListmonkSession session, ResendRequest request, IReadOnlyList<ResendTarget> people, INoticeSink notices, CancellationToken cancellation);

    /// <summary>
    /// Compares the plans of one command, whose requests had HasOthers. Two sessions of one server may have ledgers that do not know of each other.
    /// </summary>
    /// <param name="plans">The plans.</param>
    /// <returns>Those that would mail the same people, two at a time; none for nothing wrong.</returns>
    IReadOnlyList<PlanClash> Compare(IReadOnlyList<(ListmonkSession Session, ResendPlan Plan)> plans);

    /// <summary>Puts the people of a plan into the ledger, then sends.</summary>
    /// <param name="session">Where.</param>
    /// <param name="plan">A plan of this session.</param>
    /// <param name="each">Takes each person when his outcome is on disk; null for nobody.</param>
    /// <param name="notices">Takes warnings, verbose text and progress.</param>
    /// <param name="cancellation">Ctrl+C: what is on its way is finished or marked.</param>
    /// <exception cref="FailureException">The ledger cannot be used; nothing is sent.</exception>
    Task<ResendEnd> SendAsync(ListmonkSession session, ResendPlan plan, Action<OptInResend>? each, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Mails one sample of a plan to one's own address; nobody counts as mailed by it, and its link confirms nobody.</summary>
    /// <param name="session">Where.</param>
    /// <param name="plan">A plan of this session, for a request with PreviewTo.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">Nobody is due, or the mail server does not take the mail.</exception>
    Task<OptInResend> PreviewAsync(ListmonkSession session, ResendPlan plan, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Writes the people and limits of a plan to a file.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="path">Full path of the file.</param>
    /// <param name="noClobber">True when a file that is there stays.</param>
    /// <param name="cancellation">Ends the work; the file is then as it was.</param>
    /// <exception cref="FailureException">It cannot be written.</exception>
    Task SavePlanAsync(ResendPlan plan, string path, bool noClobber, CancellationToken cancellation);

    /// <summary>Streams what the ledger knows of people, by run, in order; addresses and confirmations are read from the server.</summary>
    /// <param name="session">Where.</param>
    /// <param name="filter">Which.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">The ledger cannot be read, or a run that was named does not exist.</exception>
    IAsyncEnumerable<OptInResend> FindAsync(ListmonkSession session, OptInResendFilter filter, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Streams the runs of the ledger, newest first, with how many have confirmed since.</summary>
    /// <inheritdoc cref="FindAsync"/>
    IAsyncEnumerable<OptInResendRun> FindRunsAsync(ListmonkSession session, OptInResendFilter filter, INoticeSink notices, CancellationToken cancellation);

    /// <summary>Stops a run, also one that other machines work on.</summary>
    /// <param name="session">Where.</param>
    /// <param name="run">Its name.</param>
    /// <param name="ledgerConnection">As in <see cref="OptInResendFilter"/>.</param>
    /// <param name="isCancelled">True to give it up; false to pause it until it is resumed.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The run afterwards. Whoever works on it sees it within a second or two.</returns>
    /// <exception cref="FailureException">There is no such run, or it is over.</exception>
    Task<OptInResendRun> StopAsync(
        ListmonkSession session, string run, string? ledgerConnection, bool isCancelled, INoticeSink notices, CancellationToken cancellation);
}
