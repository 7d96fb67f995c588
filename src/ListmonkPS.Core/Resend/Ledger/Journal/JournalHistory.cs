using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>What the other runs of this machine say of people and accounts: whom this server mailed, and what an account has used.</summary>
internal sealed class JournalHistory
{
    private readonly Dictionary<Guid, LedgerPerson> _people = [];
    private readonly Dictionary<string, List<DateTimeOffset>> _begins;

    private JournalHistory(string? account) =>
        _begins = account is null ? [] : AccountNames.Of(account).Distinct().ToDictionary(name => name, _ => new List<DateTimeOffset>());

    /// <summary>What is known, by person.</summary>
    public IReadOnlyDictionary<Guid, LedgerPerson> People => _people;

    /// <summary>Latest time in any journal of the server.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>Reads the journals that were written to since a time.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="server">Key of the server.</param>
    /// <param name="account">The account; null for all people and no use.</param>
    /// <param name="except">Name of the run that is left out; null for none.</param>
    /// <param name="since">From when on.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<JournalHistory> ReadAsync(
        JournalFolder folder, string server, string? account, string? except, DateTimeOffset since, CancellationToken cancellation)
    {
        JournalHistory history = new(account);
        foreach (string path in folder.FilesSince(since))
        {
            JournalRun run = (await JournalRun.ReadAsync(path, cancellation)).Run;
            bool isOwn = run.Server == server;
            if (isOwn && run.Run!.Name == except)
                continue;
            history.Count(run);
            if (isOwn)
                history.Take(run);
        }

        return history;
    }

    /// <summary>Reads the journals of one server.</summary>
    /// <param name="files">The journals.</param>
    /// <param name="account">The account whose use is counted; null for none.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<JournalHistory> ReadAsync(IEnumerable<string> files, string? account, CancellationToken cancellation)
    {
        JournalHistory history = new(account);
        foreach (string path in files)
        {
            JournalRun run = (await JournalRun.ReadAsync(path, cancellation)).Run;
            history.Count(run);
            history.Take(run);
        }

        return history;
    }

    /// <summary>How many mails the account began since a time; where it stands for several, the one that began most.</summary>
    public int Used(DateTimeOffset since) => _begins.Values.Select(begins => begins.Count(at => at >= since)).DefaultIfEmpty().Max();

    /// <summary>What is known of a person; null for nothing.</summary>
    public LedgerPerson? Find(Guid uuid) => _people.GetValueOrDefault(uuid);

    /// <summary>Adds what a run says of its people.</summary>
    public void Take(JournalRun run)
    {
        LastAt = LastAt is null || run.LastAt > LastAt ? run.LastAt : LastAt;
        foreach (LedgerItem item in run.Items)
        {
            DateTimeOffset? begun = run.BegunAt(item.Place);
            bool isSent = item.State is LedgerState.Sent or LedgerState.Queued;
            if (!isSent && begun is null)
                continue;
            LedgerPerson known = _people.GetValueOrDefault(item.Target.Uuid) ?? new LedgerPerson(0, null, null);
            _people[item.Target.Uuid] = new LedgerPerson(
                known.Sent + (isSent ? 1 : 0), Later(known.LastAt, isSent ? item.EndedAt : null), Later(known.BegunAt, begun));
        }
    }

    /// <summary>Adds what a run has used of the account.</summary>
    private void Count(JournalRun run)
    {
        foreach (string name in AccountNames.Of(run.Run!.Identity.Account))
            _begins.GetValueOrDefault(name)?.AddRange(run.Begins);
    }

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;
}
