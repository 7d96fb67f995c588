using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>Reads the people who wait from the database.</summary>
/// <param name="database">Where.</param>
/// <param name="time">Clock.</param>
internal sealed class DatabaseDueSource(ListmonkDatabase database, TimeProvider time) : IDueSource
{
    private LedgerSight _ledger;

    /// <inheritdoc/>
    public Task<IReadOnlyList<ListRow>> ReadListsAsync(CancellationToken cancellation) => database.ReadListsAsync(cancellation);

    /// <inheritdoc/>
    public async Task<DueStart> StartAsync(IReadOnlyList<ListRow> lists, bool asksForBounces, CancellationToken cancellation)
    {
        DueSight sight = await database.ReadAsync(DueSight.ReadAsync, cancellation);
        _ledger = sight.Ledger;
        IReadOnlyDictionary<int, DateTime> askedSince = await database.ReadAsync(
            (connection, token) => AskedSinceQuery.ReadAsync(connection, lists, token), cancellation);
        return new DueStart(sight.SeesBounces ? null : "SELECT bounces", sight.RootUrl, askedSince);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, CancellationToken cancellation) =>
        new DueList(database, time, ledger: _ledger).ReadAsync(selection, first, cancellation);
}
