using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.OptIn;

/// <summary>Counts subscribers and finds those who wait for confirmation.</summary>
internal sealed class SubscriberDoor : ISubscriberDoor
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<SubscriberStatusCount>> CountAsync(ListmonkSession session, INoticeSink notices, CancellationToken cancellation) =>
        DatabaseOf(session).ReadAsync((connection, token) => StatusCountQuery.ReadAsync(connection, session.Name, token), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<UnconfirmedSubscriber> FindUnconfirmedAsync(
        ListmonkSession session, UnconfirmedFilter filter, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ListmonkDatabase database = DatabaseOf(session);
        TimeProvider time = ListmonkServer.Of(session).Time;
        IReadOnlyList<ListRow> lists = await database.ReadListsAsync(cancellation);
        DueSelection selection = Select(lists, filter, session.Name, notices);
        if (selection.WantedLists.Length == 0)
            yield break;
        Dictionary<int, string> names = lists.ToDictionary(list => list.Id, list => list.Name);
        await foreach (DuePerson person in new DueList(database).ReadAsync(selection, filter.First, cancellation))
        {
            yield return new UnconfirmedSubscriber
            {
                SubscriberId = person.SubscriberId,
                SubscriberUuid = person.SubscriberUuid,
                Email = HarmlessText.Of(person.Email, HarmlessText.ValueLength),
                Name = HarmlessText.Of(person.Name, HarmlessText.ValueLength),
                ListId = new TextList<int>(person.Lists),
                ListName = new TextList<string>(person.Lists.Select(id => names[id])),
                SubscribedAt = person.Oldest,
                Age = time.GetUtcNow() - person.Oldest,
                Session = session.Name,
            };
        }
    }

    private static ListmonkDatabase DatabaseOf(ListmonkSession session) =>
        ListmonkServer.Of(session).Database ?? throw new FailureException(SessionFailures.NeedsDatabase(session.Name));

    private static DueSelection Select(IReadOnlyList<ListRow> lists, UnconfirmedFilter filter, string session, INoticeSink notices)
    {
        IReadOnlyList<ListRow> named = ListChoice.Find(lists, filter.List, session);
        if (filter.List.Count > 0)
        {
            foreach (ListRow list in named.Where(list => !list.AsksForConfirmation))
                notices.Warning(Texts.Format("notice.list-asks-nobody", list.Name, session));
        }

        return new DueSelection(
            [.. lists.Where(list => list.AsksForConfirmation).Select(list => list.Id)],
            [.. named.Where(list => list.AsksForConfirmation).Select(list => list.Id)],
            filter.Since?.UtcDateTime,
            filter.Before?.UtcDateTime);
    }
}
