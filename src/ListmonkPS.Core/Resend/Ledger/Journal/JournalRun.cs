namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>One run as its journal tells it, line by line; the same lines make the same run.</summary>
internal sealed class JournalRun
{
    /// <summary>Version of the lines that this module writes, and the highest that it reads.</summary>
    public const int Version = 1;

    private readonly List<LedgerItem> _items = [];
    private readonly List<DateTimeOffset?> _begun = [];
    private readonly Dictionary<Guid, int> _places = [];
    private readonly PriorityQueue<int, (DateTimeOffset At, int Place)> _due = new();

    /// <summary>Key of the server that it is of.</summary>
    public string Server { get; private set; } = "";

    /// <summary>The run; null before its first line.</summary>
    public LedgerRun? Run { get; private set; }

    /// <summary>Latest time in the journal.</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>Times at which mails were begun, retries too: what counts against a limit.</summary>
    public List<DateTimeOffset> Begins { get; } = [];

    /// <summary>The people, in order.</summary>
    public IReadOnlyList<LedgerItem> Items => _items;

    /// <summary>Reads a journal.</summary>
    /// <returns>The run, and the length of the good part of the file.</returns>
    public static async Task<(JournalRun Run, long Length)> ReadAsync(string path, CancellationToken cancellation)
    {
        JournalRun run = new();
        long length = await JournalReader.ReadAsync(path, record => run.Apply(Known(record, path)), cancellation);
        return run.Run is null ? throw new FailureException(LedgerFailures.JournalDamaged(path, 0)) : (run, length);
    }

    /// <summary>When the mail of a person was begun whose outcome is not known; null for none.</summary>
    public DateTimeOffset? BegunAt(int place) => _items[place].State is LedgerState.Begun or LedgerState.InDoubt ? _begun[place] : null;

    /// <summary>The person; null when he is not in the run.</summary>
    public LedgerItem? Find(Guid uuid) => _places.TryGetValue(uuid, out int place) ? _items[place] : null;

    /// <summary>Takes people in hand whose time has come; only in memory, since there is but one writer.</summary>
    public IReadOnlyList<LedgerItem> Claim(int count, DateTimeOffset now)
    {
        List<LedgerItem> claimed = [];
        while (claimed.Count < count && _due.TryPeek(out int place, out (DateTimeOffset At, int Place) key) && key.At <= now)
        {
            _due.Dequeue();
            // What is queued may have been done meanwhile, and be queued again.
            if (_items[place].State is not (LedgerState.Due or LedgerState.Retry) || DueAt(_items[place]) != key.At)
                continue;
            _items[place] = _items[place] with { State = LedgerState.Claimed };
            claimed.Add(_items[place]);
        }

        return claimed;
    }

    /// <summary>Gives back what is in hand and not begun.</summary>
    public void GiveBack()
    {
        foreach (LedgerItem item in _items.Where(item => item.State == LedgerState.Claimed).ToArray())
            Set(item with { State = LedgerState.Due });
    }

    /// <summary>Does what a line tells.</summary>
    public void Apply(JournalRecord record)
    {
        LastAt = record.At > LastAt ? record.At : LastAt;
        switch (record.Kind)
        {
            case JournalKind.Run:
                Server = record.Server!;
                Run = new LedgerRun(0, record.Run!, OptInResendRunState.Filling, "", record.At, null, null);
                break;
            case JournalKind.Add:
                Add(record.Uuids!, record.Ids!);
                break;
            case JournalKind.Join:
                ChangeAll(LedgerState.Begun, item => item with { State = LedgerState.InDoubt, EndedAt = _begun[item.Place] });
                break;
            case JournalKind.Begin:
                Begin(record);
                break;
            case JournalKind.End:
                End(record.Outcome!);
                break;
            case JournalKind.State:
                Run = Run! with { State = record.State!.Value, Reason = record.Reason ?? "", NextAt = record.NextAt, EndedAt = IsOpen(record.State.Value) ? null : record.At };
                break;
            case JournalKind.RetryInDoubt:
                ChangeAll(LedgerState.InDoubt, item => item with { State = LedgerState.Due, NextAt = null });
                break;
            default:
                throw new InvalidOperationException(record.Kind.ToString());
        }
    }

    /// <summary>Before anything else is read: what a newer module writes may look like a line that was cut, and would be dropped.</summary>
    private static JournalRecord Known(JournalRecord record, string path) =>
        record.Version > Version ? throw new FailureException(LedgerFailures.JournalNewer(path, record.Version.Value, Version)) : record;

    private static bool IsOpen(OptInResendRunState state) => state is OptInResendRunState.Filling or OptInResendRunState.Running;

    private static DateTimeOffset DueAt(LedgerItem item) => item.NextAt ?? DateTimeOffset.MinValue;

    private void Add(IReadOnlyList<Guid> uuids, IReadOnlyList<int> ids)
    {
        for (int index = 0; index < uuids.Count; index++)
        {
            if (!_places.TryAdd(uuids[index], _items.Count))
                continue;
            LedgerItem item = new(new ResendTarget(ids[index], uuids[index]), LedgerState.Due, 0) { Place = _items.Count };
            _items.Add(item);
            _begun.Add(null);
            _due.Enqueue(item.Place, (DueAt(item), item.Place));
        }
    }

    private void Begin(JournalRecord record)
    {
        LedgerItem item = _items[_places[record.Uuid!.Value]];
        Begins.Add(record.At);
        _begun[item.Place] = record.At;
        Set(item with { State = LedgerState.Begun, Attempts = item.Attempts + 1 });
    }

    private void End(OutcomeMark mark)
    {
        LedgerItem item = _items[_places[mark.Uuid]];
        bool isTakenBack = mark.State == LedgerState.Due;
        Set(item with
        {
            State = mark.State,
            Attempts = item.Attempts - (isTakenBack && item.State == LedgerState.Begun ? 1 : 0),
            NextAt = mark.State == LedgerState.Retry ? mark.NextAt : null,
            EndedAt = isTakenBack ? item.EndedAt : mark.At,
            Class = mark.Class ?? item.Class,
            ReplyCode = mark.ReplyCode,
            ReplyText = mark.ReplyText,
            MessageId = mark.MessageId ?? item.MessageId,
        });
    }

    private void ChangeAll(LedgerState state, Func<LedgerItem, LedgerItem> change)
    {
        foreach (LedgerItem item in _items.Where(item => item.State == state).ToArray())
            Set(change(item));
    }

    private void Set(LedgerItem item)
    {
        _items[item.Place] = item;
        if (item.State is LedgerState.Due or LedgerState.Retry)
            _due.Enqueue(item.Place, (DueAt(item), item.Place));
    }
}
