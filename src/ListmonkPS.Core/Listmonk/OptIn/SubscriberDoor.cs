using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Listmonk.OptIn.Removing;
using ListmonkPS.Core.Listmonk.OptIn.Showing;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Counts subscribers and finds those who wait for confirmation: by the database where there is one, else by the API.</summary>
/// <param name="pastResends">What this machine keeps of mails sent again by the API alone; null for nothing.</param>
internal sealed class SubscriberDoor(IPastResends? pastResends = null) : ISubscriberDoor
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<SubscriberStatusCount>> CountAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        if (SubscriberAccess.DatabaseOf(session, server) is { } database)
            return await database.ReadAsync((connection, token) => StatusCountQuery.ReadAsync(connection, session.Name, token), cancellation);
        ReadRights rights = await ReadRights.RequireAsync(server, cancellation);
        SubscriberReader reader = Reader(session, new SubscriberCall(server), rights, notices);
        return await new ApiStatusCounts(server, reader, rights.MayQuery).ReadAsync(session.Name, cancellation);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<UnconfirmedSubscriber> FindUnconfirmedAsync(
        ListmonkSession session, UnconfirmedFilter filter, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ListmonkServer server = ListmonkServer.Of(session);
        IDueSource source = SubscriberAccess.DatabaseOf(session, server) is { } database
            ? new DatabaseDueSource(database, server.Time)
            : new ApiDueSource(server, await ReadRights.RequireAsync(server, cancellation), total => notices.Warning(Texts.Format("notice.read-whole", total, session.Name)));
        IReadOnlyList<ListRow> lists = await source.ReadListsAsync(cancellation);
        DueSelection selection = Select(lists, filter, session.Name, notices);
        if (selection.WantedLists.Length == 0)
            yield break;
        DueStart start = await source.StartAsync(lists, !filter.IncludeBounced, cancellation);
        if (start.LacksForBounces is { } lacking && !filter.IncludeBounced)
            notices.Warning(Texts.Format("notice.bounces-unseen", session.Name, lacking));
        selection = selection with { AskedSince = start.AskedSince, LeaveOutBounced = start.LacksForBounces is null && !filter.IncludeBounced };
        ConfirmLinks? links = ConfirmLinks.TryMake(start.RootUrl, lists.ToDictionary(list => list.Id, list => list.Uuid));
        DueListing listing = new(lists, links, session.Name, server.Time);
        // The database's own ledger comes with the people.
        IReadOnlyDictionary<Guid, PastResends>? past =
            source is ApiDueSource && pastResends is not null ? await pastResends.ReadAsync(server, notices, cancellation) : null;
        await foreach (DuePerson person in source.ReadAsync(selection, filter.First, cancellation))
            yield return listing.Show(past is null ? person : person with { Resends = past.GetValueOrDefault(person.SubscriberUuid) });
    }

    /// <inheritdoc/>
    public async Task<int> CountRemovableAsync(ListmonkSession session, RemovalRequest request, INoticeSink notices, CancellationToken cancellation) =>
        await (await Removal.OfAsync(session, pastResends, notices, cancellation)).CountAsync(request, cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<UnconfirmedSubscriber> RemoveAsync(
        ListmonkSession session, RemovalRequest request, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Removal removal = await Removal.OfAsync(session, pastResends, notices, cancellation);
        await foreach (UnconfirmedSubscriber subscriber in removal.RemoveAsync(request, notices, cancellation))
            yield return subscriber;
    }

    private static SubscriberReader Reader(ListmonkSession session, SubscriberCall call, ReadRights rights, INoticeSink notices) =>
        new(call, rights.MayQuery, total => notices.Warning(Texts.Format("notice.read-whole", total, session.Name)));

    private static DueSelection Select(IReadOnlyList<ListRow> lists, UnconfirmedFilter filter, string session, INoticeSink notices) => new(
        [.. lists.Where(list => list.AsksForConfirmation).Select(list => list.Id)],
        [.. SubscriberAccess.AskingAmong(lists, filter.List, session, notices).Select(list => list.Id)],
        filter.Since?.UtcDateTime,
        filter.Before?.UtcDateTime)
    {
        Addresses = new AddressFilter(filter.Email, filter.Domain),
    };
}
