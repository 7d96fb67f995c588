using System.Runtime.CompilerServices;
using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>
/// The ledger of one machine without a database: a checksummed journal a run, one writer a server and an account. What is in memory is what the lines on disk say.
/// </summary>
/// <param name="folder">Where.</param>
/// <param name="server">Key of the server.</param>
/// <param name="time">Clock.</param>
internal sealed class JournalLedger(JournalFolder folder, string server, TimeProvider time) : IResendLedger
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<JournalLock> _locks = [];
    private JournalRun? _run;
    private JournalFile? _file;
    private JournalHistory? _history;
    private DateTimeOffset _historySince = DateTimeOffset.MaxValue;
    private DateTimeOffset _nextAt;

    /// <inheritdoc/>
    public string Place => folder.Path;

    /// <inheritdoc/>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <inheritdoc/>
    public async Task<LedgerRun?> FindAsync(string name, CancellationToken cancellation) =>
        _run?.Run is { } own && own.Name == name ? own
            : File.Exists(folder.FileOf(name)) ? AsAsked((await JournalRun.ReadAsync(folder.FileOf(name), cancellation)).Run.Run!)
            : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerRun>> RunsAsync(CancellationToken cancellation)
    {
        List<LedgerRun> runs = [];
        foreach (string path in folder.Files())
            runs.Add(AsAsked((await JournalRun.ReadAsync(path, cancellation)).Run.Run!));
        return [.. runs.OrderByDescending(run => run.StartedAt)];
    }

    /// <inheritdoc/>
    public async Task<LedgerRun> CreateAsync(RunIdentity identity, CancellationToken cancellation)
    {
        Hold(identity.Account);
        if (File.Exists(folder.FileOf(identity.Name)))
            throw new FailureException(ResendFailures.RunExists(identity.Name));
        JournalRecord first = new(JournalKind.Run, Now) { Version = JournalRun.Version, Run = identity, Server = server };
        _file = await JournalFile.CreateAsync(folder.FileOf(identity.Name), first, cancellation);
        _run = new JournalRun();
        _run.Apply(first);
        return _run.Run!;
    }

    /// <inheritdoc/>
    public async Task AddAsync(LedgerRun run, IReadOnlyList<ResendTarget> people, CancellationToken cancellation)
    {
        await OpenAsync(run, cancellation);
        await WriteAsync(
            [new JournalRecord(JournalKind.Add, Now) { Uuids = [.. people.Select(person => person.Uuid)], Ids = [.. people.Select(person => person.Id)] }], cancellation);
    }

    /// <inheritdoc/>
    public async Task JoinAsync(LedgerRun run, CancellationToken cancellation)
    {
        await OpenAsync(run, cancellation);
        await ReadHistoryAsync(Now, cancellation);
        LedgerClock.RefuseSetBack(Now, _history!.LastAt, Place);
        LedgerClock.RefuseSetBack(Now, _run!.LastAt, Place);
        File.Delete(folder.StopFileOf(run.Name));
        await WriteAsync([new JournalRecord(JournalKind.Join, Now), State(OptInResendRunState.Running, "", null)], cancellation);
    }

    /// <inheritdoc/>
    public Task<OptInResendRunState> BeatAsync(LedgerRun run, CancellationToken cancellation) => Task.FromResult(AsAsked(_run!.Run!).State);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerItem>> ClaimAsync(LedgerRun run, int count, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            return _run!.Claim(count, Now);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BeginVerdict>> MarkAsync(
        LedgerRun run, IReadOnlyList<OutcomeMark> outcomes, IReadOnlyList<Guid> begins, BeginRule rule, CancellationToken cancellation)
    {
        await ReadHistoryAsync(rule.DayStart < rule.MailedBefore ? rule.DayStart : rule.MailedBefore, cancellation);
        BeginVerdict[] verdicts = [.. Judge(begins, rule)];
        await WriteAsync(
            [
                .. outcomes.Where(mark => _run!.Find(mark.Uuid)?.State is LedgerState.Begun or LedgerState.Claimed or LedgerState.InDoubt)
                    .Select(mark => new JournalRecord(JournalKind.End, mark.At) { Outcome = mark }),
                .. begins.Where((uuid, index) => verdicts[index] == BeginVerdict.Begun && _run!.Find(uuid)!.State == LedgerState.Claimed).Select(uuid => new JournalRecord(JournalKind.Begin, rule.Now) { Uuid = uuid }),
            ],
            cancellation);
        return verdicts;
    }

    /// <inheritdoc/>
    public Task<DateTimeOffset> ReserveAsync(LedgerRun run, int count, TimeSpan interval, CancellationToken cancellation)
    {
        DateTimeOffset first = _nextAt > Now ? _nextAt : Now;
        _nextAt = first + (interval * count);
        return Task.FromResult(first);
    }

    /// <inheritdoc/>
    public async Task LeaveAsync(LedgerRun run, OptInResendRunState state, string reason, DateTimeOffset? nextAt, CancellationToken cancellation)
    {
        await WriteAsync([State(state, reason, nextAt)], cancellation);
        _run!.GiveBack();
        File.Delete(folder.StopFileOf(run.Name));
    }

    /// <inheritdoc/>
    public Task StepOutAsync(LedgerRun run, string reason, CancellationToken cancellation) =>
        LeaveAsync(run, OptInResendRunState.Stopped, reason, null, cancellation); // there is no other

    /// <inheritdoc/>
    public async Task SetStateAsync(LedgerRun run, OptInResendRunState state, string reason, CancellationToken cancellation)
    {
        try
        {
            await OpenAsync(run, cancellation);
        }
        catch (FailureException exception) when (exception.Failure.Id == nameof(LedgerFailures.JournalHeld))
        {
            await File.WriteAllTextAsync(folder.StopFileOf(run.Name), state.ToString(), cancellation); // who holds it looks for this
            return;
        }

        await WriteAsync([State(state, reason, null)], cancellation);
    }

    /// <inheritdoc/>
    public async Task RetryInDoubtAsync(LedgerRun run, CancellationToken cancellation)
    {
        await OpenAsync(run, cancellation);
        await WriteAsync([new JournalRecord(JournalKind.RetryInDoubt, Now)], cancellation);
    }

    /// <inheritdoc/>
    public async Task<LedgerFigures> CountAsync(LedgerRun run, CancellationToken cancellation)
    {
        IReadOnlyList<LedgerItem> items = await LookAsync(run, cancellation);
        return new LedgerFigures(
            items.GroupBy(item => item.State).ToDictionary(group => group.Key, group => (long)group.Count()),
            items.Where(item => item.State == LedgerState.Retry).Min(item => item.NextAt),
            items.Where(item => item is { State: LedgerState.GaveUp, Class: not null }).GroupBy(item => item.Class!.Value).ToDictionary(group => group.Key, group => (long)group.Count()));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerItem> ItemsAsync(LedgerRun run, IReadOnlyCollection<LedgerState> states, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (LedgerItem item in (await LookAsync(run, cancellation)).Where(item => states.Contains(item.State)))
            yield return item;
    }

    /// <inheritdoc/>
    public async Task<int> UsedAsync(string account, DateTimeOffset since, CancellationToken cancellation) =>
        (await JournalHistory.ReadAsync(folder, server, account, except: null, since, cancellation)).Used(since);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, LedgerPerson>> PeopleAsync(IReadOnlyList<Guid> people, CancellationToken cancellation)
    {
        await ReadHistoryAsync(DateTimeOffset.MinValue, cancellation);
        if (_run is not null)
            _history!.Take(_run);
        _historySince = DateTimeOffset.MaxValue; // with this run in it, it serves no begin
        Dictionary<Guid, LedgerPerson> known = [];
        foreach (Guid uuid in people)
        {
            if (_history!.Find(uuid) is { } person)
                known[uuid] = person;
        }

        return known;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
            await _file.DisposeAsync();
        _locks.ForEach(held => held.Dispose());
        _gate.Dispose();
    }

    private JournalRecord State(OptInResendRunState state, string reason, DateTimeOffset? nextAt) =>
        new(JournalKind.State, Now) { State = state, Reason = reason, NextAt = nextAt };

    /// <summary>A run as somebody asked for it who could not write: the holder of the journal may have died before he saw it.</summary>
    private LedgerRun AsAsked(LedgerRun run)
    {
        try
        {
            string path = folder.StopFileOf(run.Name);
            return File.Exists(path) && Enum.TryParse(File.ReadAllText(path), out OptInResendRunState wanted) ? run with { State = wanted } : run;
        }
        catch (IOException)
        {
            return run; // it is being written, or is gone: the next look tells
        }
    }

    private IEnumerable<BeginVerdict> Judge(IReadOnlyList<Guid> begins, BeginRule rule)
    {
        int free = rule.DailyLimit is { } limit ? limit - _history!.Used(rule.DayStart) - _run!.Begins.Count(at => at >= rule.DayStart) : int.MaxValue;
        foreach (Guid uuid in begins)
        {
            LedgerState? state = _run!.Find(uuid)?.State;
            yield return state == LedgerState.Begun ? BeginVerdict.Begun
                : state != LedgerState.Claimed ? BeginVerdict.Lost
                : _history!.Find(uuid)?.MailedAt > rule.MailedBefore ? BeginVerdict.MailedLately
                : free-- > 0 ? BeginVerdict.Begun
                : BeginVerdict.OverLimit;
        }
    }

    /// <summary>The people of a run; of our own as they are at one moment.</summary>
    private async Task<IReadOnlyList<LedgerItem>> LookAsync(LedgerRun run, CancellationToken cancellation)
    {
        if (_run?.Run?.Name != run.Name)
            return (await JournalRun.ReadAsync(folder.FileOf(run.Name), cancellation)).Run.Items;
        await _gate.WaitAsync(cancellation);
        try
        {
            return [.. _run.Items];
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ReadHistoryAsync(DateTimeOffset since, CancellationToken cancellation)
    {
        if (since >= _historySince)
            return;
        _history = await JournalHistory.ReadAsync(folder, server, _run?.Run?.Identity.Account, _run?.Run?.Name, since, cancellation);
        _historySince = since;
    }

    private async Task OpenAsync(LedgerRun run, CancellationToken cancellation)
    {
        if (_file is not null)
            return;
        Hold(run.Identity.Account);
        (_run, long length) = await JournalRun.ReadAsync(folder.FileOf(run.Name), cancellation);
        _file = JournalFile.Continue(folder.FileOf(run.Name), length);
    }

    private void Hold(string account)
    {
        if (_locks.Count == 0)
            _locks.AddRange(JournalLock.TakeAll([folder.LockPath, .. AccountNames.Of(account).Distinct().Select(folder.AccountLockPath)]));
    }

    /// <summary>First on disk, then in memory.</summary>
    private async Task WriteAsync(IReadOnlyList<JournalRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
            return;
        await _gate.WaitAsync(cancellation);
        try
        {
            await _file!.AppendAsync(records, cancellation);
            foreach (JournalRecord record in records)
                _run!.Apply(record);
        }
        finally
        {
            _gate.Release();
        }
    }
}
