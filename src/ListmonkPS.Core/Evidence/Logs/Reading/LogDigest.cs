namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>What a log tells in all: kept while it is read, so that a log of any size costs little memory.</summary>
internal sealed class LogDigest
{
    /// <summary>Of each class the last so many entries are kept.</summary>
    private const int MostKept = 500;

    private readonly Dictionary<LogClass, Queue<LogEntry>> _last = [];
    private readonly Dictionary<LogClass, LogEntry> _first = [];
    private readonly Dictionary<LogClass, long> _counts = [];
    private readonly HashSet<int> _named = [];

    /// <summary>Number of entries of listmonk.</summary>
    public long Count { get; private set; }

    /// <summary>Number of entries of a relay.</summary>
    public long RelayCount { get; private set; }

    /// <summary>The oldest entry of listmonk; null for none.</summary>
    public LogEntry? Oldest { get; private set; }

    /// <summary>The newest entry of listmonk; null for none.</summary>
    public LogEntry? Newest { get; private set; }

    /// <summary>Numbers of the subscribers whom failures of opt-in mail name.</summary>
    public IReadOnlyCollection<int> Named => _named;

    /// <summary>Those of them who still wait; null when not known.</summary>
    public long? StillWaiting { get; set; }

    /// <summary>Where it was read.</summary>
    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes an entry, in the order of time. What is not about opt-in mail counts only where the class says so for all mail.</summary>
    public void Add(LogEntry entry)
    {
        Places.Add(entry.Place);
        if (entry.Source == LogSource.Relay)
        {
            RelayCount++;
        }
        else
        {
            Count++;
            Oldest ??= entry;
            Newest = entry;
        }

        if (!Counts(entry))
            return;
        if (LogSilence.IsFailure(entry) && entry.SubscriberId is { } id)
            _named.Add(id);
        _counts[entry.Class] = _counts.GetValueOrDefault(entry.Class) + 1;
        _first.TryAdd(entry.Class, entry);
        if (!_last.TryGetValue(entry.Class, out Queue<LogEntry>? kept))
            _last.Add(entry.Class, kept = new Queue<LogEntry>());
        kept.Enqueue(entry);
        if (kept.Count > MostKept)
            kept.Dequeue();
    }

    /// <summary>How many of a class there were.</summary>
    public long CountOf(LogClass found) => _counts.GetValueOrDefault(found);

    /// <summary>The first of a class; null for none.</summary>
    public LogEntry? FirstOf(LogClass found) => _first.GetValueOrDefault(found);

    /// <summary>The last ones of a class, oldest first.</summary>
    public IReadOnlyList<LogEntry> LastOf(LogClass found) => _last.TryGetValue(found, out Queue<LogEntry>? kept) ? [.. kept] : [];

    /// <summary>The last of a class; null for none.</summary>
    public LogEntry? NewestOf(LogClass found) => _last.TryGetValue(found, out Queue<LogEntry>? kept) ? kept.Last() : null;

    /// <summary>The first failure of an opt-in mail; null for none.</summary>
    public LogEntry? FirstFailure => ((LogClass[])[LogClass.SmtpFailure, LogClass.Pool, LogClass.Queue, LogClass.Template])
        .Select(FirstOf).OfType<LogEntry>().OrderBy(entry => entry.Time ?? DateTimeOffset.MaxValue).FirstOrDefault();

    private static bool Counts(LogEntry entry) => entry.Class is not (LogClass.SmtpFailure or LogClass.Queue or LogClass.Template or LogClass.Database) || entry.IsOptIn != false;
}
