using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn.Due;

/// <summary>Where the people who wait are read: the database or the API.</summary>
internal interface IDueSource
{
    /// <summary>All lists, ascending by number.</summary>
    Task<IReadOnlyList<ListRow>> ReadListsAsync(CancellationToken cancellation);

    /// <summary>What has to be known before the first person is read.</summary>
    /// <param name="lists">All lists.</param>
    /// <param name="asksForBounces">Whether it matters whose mail bounced.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<DueStart> StartAsync(IReadOnlyList<ListRow> lists, bool asksForBounces, CancellationToken cancellation);

    /// <summary>The people of a selection, by number, at most so many.</summary>
    IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, CancellationToken cancellation);
}
