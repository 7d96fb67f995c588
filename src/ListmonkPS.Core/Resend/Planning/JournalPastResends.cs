using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>
/// Reads from the local journals of a server whom it mailed again. The list of those who wait is shown without that, too: a journal that cannot be read is
/// told of.
/// </summary>
internal sealed class JournalPastResends : IPastResends
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, PastResends>?> ReadAsync(ListmonkServer server, INoticeSink notices, CancellationToken cancellation)
    {
        if (ServerKey.Of(server) is not { } key || new LedgerOpening().JournalsOf(key).Files() is not { Count: > 0 } files)
            return null;
        try
        {
            Dictionary<Guid, PastResends> past = [];
            foreach (string path in files)
                Add(past, (await JournalRun.ReadAsync(path, cancellation)).Run);
            return past;
        }
        catch (FailureException exception)
        {
            notices.Warning(exception.Failure.Message);
            return null;
        }
    }

    private static void Add(Dictionary<Guid, PastResends> past, JournalRun run)
    {
        foreach (LedgerItem item in run.Items.Where(item => item.State is LedgerState.Sent or LedgerState.Queued))
        {
            PastResends known = past.GetValueOrDefault(item.Target.Uuid);
            past[item.Target.Uuid] = new PastResends(known.Count + 1, known.LastAt > item.EndedAt ? known.LastAt : item.EndedAt);
        }
    }
}
