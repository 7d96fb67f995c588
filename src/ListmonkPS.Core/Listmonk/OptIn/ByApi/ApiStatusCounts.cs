using ListmonkPS.Core.Listmonk.Database;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>
/// Counts people by list and states, by the API. Where the user may query, the server counts; else the subscribers are read and counted here. The counts of
/// GET /api/lists are no help: they may be a day old (G45) and know nothing of the state of the subscriber.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="reader">Reads.</param>
/// <param name="mayQuery">Whether conditions may be asked for.</param>
internal sealed class ApiStatusCounts(ListmonkServer server, SubscriberReader reader, bool mayQuery)
{
    private static readonly string[] SubscriberStatuses = ["enabled", "disabled", "blocklisted"];
    private static readonly string[] SubscriptionStatuses = ["unconfirmed", "confirmed", "unsubscribed"];
    private static readonly string?[] OnNoList = [null];
    private readonly SubscriberCall _call = new(server);

    /// <summary>The counts, by list number, those on no list last, states in listmonk's order.</summary>
    public async Task<IReadOnlyList<SubscriberStatusCount>> ReadAsync(string session, CancellationToken cancellation)
    {
        IReadOnlyList<ListRow> lists = await ApiLists.ReadAsync(server.Api!, cancellation);
        Dictionary<States, long> counts = mayQuery ? await AskAsync(lists, cancellation) : await TallyAsync(cancellation);
        IEnumerable<(ListRow? List, States States)> all =
            from list in lists.Cast<ListRow?>().Append(null)
            from subscriber in SubscriberStatuses
            from subscription in list is null ? OnNoList : SubscriptionStatuses
            select (list, new States(list?.Id, subscriber, subscription));
        return
        [
            .. from one in all
               let count = counts.GetValueOrDefault(one.States)
               where count > 0
               select new SubscriberStatusCount
               {
                   ListId = one.List?.Id,
                   ListName = one.List?.Name ?? "",
                   OptIn = one.List?.OptIn,
                   SubscriberStatus = one.States.Subscriber,
                   SubscriptionStatus = one.States.Subscription,
                   Count = count,
                   Session = session,
               },
        ];
    }

    private static string Is(string status) => $"subscribers.status = '{status}'";

    private async Task<Dictionary<States, long>> AskAsync(IReadOnlyList<ListRow> lists, CancellationToken cancellation)
    {
        Dictionary<States, long> counts = server.Quirks.RefusesSubSelects
            ? await TallyAsync(cancellation, onNoList: true)
            : await AskForNoListAsync(cancellation);
        foreach (ListRow list in lists)
        {
            foreach (string subscription in SubscriptionStatuses)
            {
                SubscriberSlice slice = new(list.Id, subscription);
                if (await _call.CountAsync(slice, cancellation) == 0)
                    continue;
                foreach (string subscriber in SubscriberStatuses)
                    counts[new States(list.Id, subscriber, subscription)] = await _call.CountAsync(slice.And(Is(subscriber)), cancellation);
            }
        }

        return counts;
    }

    private async Task<Dictionary<States, long>> AskForNoListAsync(CancellationToken cancellation)
    {
        SubscriberSlice onNoList = new(Condition:
            "NOT EXISTS (SELECT 1 FROM subscriber_lists WHERE subscriber_lists.subscriber_id = subscribers.id)");
        Dictionary<States, long> counts = [];
        foreach (string subscriber in SubscriberStatuses)
            counts[new States(null, subscriber, null)] = await _call.CountAsync(onNoList.And(Is(subscriber)), cancellation);
        return counts;
    }

    private async Task<Dictionary<States, long>> TallyAsync(CancellationToken cancellation, bool onNoList = false)
    {
        Dictionary<States, long> counts = [];
        await foreach (ApiSubscriber subscriber in reader.ReadAsync(new SubscriberSlice(), cancellation))
        {
            if (subscriber.Memberships.Count == 0)
                Add(new States(null, subscriber.Status, null));
            foreach (Membership membership in onNoList ? [] : subscriber.Memberships)
                Add(new States(membership.ListId, subscriber.Status, membership.Status));
        }

        return counts;

        void Add(States states) => counts[states] = counts.GetValueOrDefault(states) + 1;
    }

    private readonly record struct States(int? List, string Subscriber, string? Subscription);
}
