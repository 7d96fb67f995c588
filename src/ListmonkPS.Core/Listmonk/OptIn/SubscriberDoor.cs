using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.ByApi;
using ListmonkPS.Core.Listmonk.OptIn.ByDatabase;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Counts subscribers and finds those who wait for confirmation: by the database where there is one, else by the API.</summary>
internal sealed class SubscriberDoor : ISubscriberDoor
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
        ListmonkDatabase? database = SubscriberAccess.DatabaseOf(session, server);
        ReadRights? rights = database is null ? await ReadRights.RequireAsync(server, cancellation) : null;
        IReadOnlyList<ListRow> lists = await (database?.ReadListsAsync(cancellation) ?? ApiLists.ReadAsync(server.Api!, cancellation));
        DueSelection selection = Select(lists, filter, session.Name, notices);
        if (selection.WantedLists.Length == 0)
            yield break;
        IAsyncEnumerable<DuePerson> people = database is not null
            ? new DueList(database).ReadAsync(selection, filter.First, cancellation)
            : ByApi(session, server, rights!, notices).ReadAsync(selection, filter.First, cancellation);
        Dictionary<int, string> names = lists.ToDictionary(list => list.Id, list => list.Name);
        await foreach (DuePerson person in people)
            yield return Shown(person, names, server.Time.GetUtcNow(), session.Name);
    }

    private static ApiDueList ByApi(ListmonkSession session, ListmonkServer server, ReadRights rights, INoticeSink notices)
    {
        SubscriberCall call = new(server);
        return new ApiDueList(call, Reader(session, call, rights, notices), rights.MayQuery);
    }

    private static SubscriberReader Reader(ListmonkSession session, SubscriberCall call, ReadRights rights, INoticeSink notices) =>
        new(call, rights.MayQuery, total => notices.Warning(Texts.Format("notice.read-whole", total, session.Name)));

    private static UnconfirmedSubscriber Shown(DuePerson person, Dictionary<int, string> names, DateTimeOffset now, string session) => new()
    {
        SubscriberId = person.SubscriberId,
        SubscriberUuid = person.SubscriberUuid,
        Email = HarmlessText.Of(person.Email, HarmlessText.ValueLength),
        Name = HarmlessText.Of(person.Name, HarmlessText.ValueLength),
        ListId = new TextList<int>(person.Lists),
        ListName = new TextList<string>(person.Lists.Select(id => names[id])),
        SubscribedAt = person.Oldest,
        Age = now - person.Oldest,
        Session = session,
    };

    private static DueSelection Select(IReadOnlyList<ListRow> lists, UnconfirmedFilter filter, string session, INoticeSink notices) => new(
        [.. lists.Where(list => list.AsksForConfirmation).Select(list => list.Id)],
        [.. SubscriberAccess.AskingAmong(lists, filter.List, session, notices).Select(list => list.Id)],
        filter.Since?.UtcDateTime,
        filter.Before?.UtcDateTime);
}
