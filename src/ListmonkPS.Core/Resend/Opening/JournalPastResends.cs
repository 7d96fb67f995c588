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
        if (ServerKey.Of(server) is not { } key)
            return null;
        JournalFolder folder = new LedgerOpening().JournalsOf(key);
        IReadOnlyList<string> files = folder.Files();
        try
        {
            // A ledger in a database that this session does not have: how many it knows of is not nobody.
            if (files.Count == 0 && await new LedgerNote(folder).ReadAsync(cancellation) is not null)
                return null;
            JournalHistory history = await JournalHistory.ReadAsync(files, account: null, cancellation);
            return history.People.ToDictionary(person => person.Key, person => new PastResends(person.Value.Sent, person.Value.LastAt));
        }
        catch (FailureException exception)
        {
            notices.Warning(exception.Failure.Message);
            return null;
        }
    }
}
