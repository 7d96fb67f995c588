using ListmonkPS.Core.Listmonk;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Opening;

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
            JournalHistory history = new();
            foreach (string path in files)
                history.Take((await JournalRun.ReadAsync(path, cancellation)).Run);
            return history.People.ToDictionary(person => person.Key, person => new PastResends(person.Value.Sent, person.Value.LastAt));
        }
        catch (FailureException exception)
        {
            notices.Warning(exception.Failure.Message);
            return null;
        }
    }
}
