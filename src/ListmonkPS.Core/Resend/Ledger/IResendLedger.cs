namespace ListmonkPS.Core.Resend.Ledger;

/// <summary>
/// The durable memory of all resend runs of one server. What a method has returned is on disk. Two ledgers serve: tables in PostgreSQL, shared by any number of
/// machines, and a local journal with one writer. Every time is given by the caller, who knows the ledger's clock.
/// </summary>
internal interface IResendLedger : IAsyncDisposable
{
    /// <summary>Where it is, as it is shown.</summary>
    string Place { get; }

    /// <summary>The time of the ledger: the clock that all who share it go by.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Finds a run by its name; null when there is none.</summary>
    Task<LedgerRun?> FindAsync(string name, CancellationToken cancellation);

    /// <summary>The runs, newest first.</summary>
    Task<IReadOnlyList<LedgerRun>> RunsAsync(CancellationToken cancellation);

    /// <summary>Begins a run without people, in state Filling.</summary>
    /// <exception cref="FailureException">RunExists: somebody else took the name meanwhile.</exception>
    Task<LedgerRun> CreateAsync(RunIdentity identity, CancellationToken cancellation);

    /// <summary>Adds people who are not in the run yet, in order, behind those who are.</summary>
    /// <param name="run">The run.</param>
    /// <param name="people">Who.</param>
    /// <param name="cancellation">Ends the work; what was added stays.</param>
    Task AddAsync(LedgerRun run, IReadOnlyList<ResendTarget> people, CancellationToken cancellation);

    /// <summary>Enters this process as a worker of the run, and frees what workers had who are gone: due again when not begun, in doubt when begun.</summary>
    Task JoinAsync(LedgerRun run, CancellationToken cancellation);

    /// <summary>Says that this worker lives, and frees what those had who do not any more.</summary>
    /// <returns>The state of the run: somebody else may have stopped it.</returns>
    Task<OptInResendRunState> BeatAsync(LedgerRun run, CancellationToken cancellation);

    /// <summary>Takes people in hand whose time has come, in order; locked ones are left to others.</summary>
    Task<IReadOnlyList<LedgerItem>> ClaimAsync(LedgerRun run, int count, CancellationToken cancellation);

    /// <summary>Notes outcomes, then begins, in one commit. Repeating it after a lost answer changes nothing.</summary>
    /// <returns>One verdict for each begin, in order.</returns>
    Task<IReadOnlyList<BeginVerdict>> MarkAsync(
        LedgerRun run, IReadOnlyList<OutcomeMark> outcomes, IReadOnlyList<Guid> begins, BeginRule rule, CancellationToken cancellation);

    /// <summary>Reserves mails of the account's rate.</summary>
    /// <returns>When the first of them may leave; each further one an interval later.</returns>
    Task<DateTimeOffset> ReserveAsync(LedgerRun run, int count, TimeSpan interval, CancellationToken cancellation);

    /// <summary>Gives back what this worker holds and has not begun, and sets the state of the run.</summary>
    Task LeaveAsync(LedgerRun run, OptInResendRunState state, string reason, DateTimeOffset? nextAt, CancellationToken cancellation);

    /// <summary>Gives back what this worker holds and has not begun. The run is stopped by it, unless others work on it: then it goes on.</summary>
    Task StepOutAsync(LedgerRun run, string reason, CancellationToken cancellation);

    /// <summary>Sets the state of a run from outside; who works on it sees it at his next beat.</summary>
    Task SetStateAsync(LedgerRun run, OptInResendRunState state, string reason, CancellationToken cancellation);

    /// <summary>Makes those due again whose outcome is not known.</summary>
    Task RetryInDoubtAsync(LedgerRun run, CancellationToken cancellation);

    /// <summary>Counts the people of a run.</summary>
    Task<LedgerFigures> CountAsync(LedgerRun run, CancellationToken cancellation);

    /// <summary>People of a run in their order, in pages; no query stays open between pages.</summary>
    IAsyncEnumerable<LedgerItem> ItemsAsync(LedgerRun run, IReadOnlyCollection<LedgerState> states, CancellationToken cancellation);

    /// <summary>How many mails an account has begun since a time, by whatever run.</summary>
    /// <param name="account">The account.</param>
    /// <param name="since">The beginning of a day.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task<int> UsedAsync(string account, DateTimeOffset since, CancellationToken cancellation);

    /// <summary>What is known of some people over all runs of the server; who was never mailed is left out.</summary>
    Task<IReadOnlyDictionary<Guid, LedgerPerson>> PeopleAsync(IReadOnlyList<Guid> people, CancellationToken cancellation);
}
