using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>
/// Finds by the API lists that seem to have been single opt-in at first (G11). Subscriptions cannot be had in order of their age, but subscribers can, and
/// no subscription is older than its subscriber: so the oldest subscribers are looked at until none of the rest can matter.
/// </summary>
/// <param name="call">Asks.</param>
internal sealed class ApiAskedSince(SubscriberCall call)
{
    /// <summary>When the first confirmed subscription of each such list was made, in UTC.</summary>
    public async Task<IReadOnlyDictionary<int, DateTime>> ReadAsync(IEnumerable<ListRow> lists, CancellationToken cancellation)
    {
        Dictionary<int, DateTime> since = [];
        foreach (ListRow list in lists.Where(list => list.AsksForConfirmation && list.HasChanged))
        {
            DateTimeOffset? first = null;
            await foreach ((DateTimeOffset subscriber, DateTimeOffset? made) in OldestAsync(list.Id, "confirmed", cancellation))
            {
                if (subscriber > first)
                    break;
                first = made is { } at && at.UtcDateTime > DateTime.MinValue && !(first <= at) ? at : first;
            }

            if (first is { } known && await HasManyBeforeAsync(list.Id, known, cancellation))
                since.Add(list.Id, known.UtcDateTime);
        }

        return since;
    }

    private async Task<bool> HasManyBeforeAsync(int list, DateTimeOffset first, CancellationToken cancellation)
    {
        int before = 0;
        await foreach ((DateTimeOffset subscriber, DateTimeOffset? made) in OldestAsync(list, "unconfirmed", cancellation))
        {
            before += made < first ? 1 : 0;
            if (before == DueSelection.FewestEarly)
                return true;
            if (subscriber >= first)
                return false;
        }

        return false;
    }

    /// <summary>The subscriptions of a list with a state, by age of the subscriber.</summary>
    private async IAsyncEnumerable<(DateTimeOffset Subscriber, DateTimeOffset? Made)> OldestAsync(
        int list, string status, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (int page = 1; ; page++)
        {
            IReadOnlyList<ApiSubscriber> oldest = await call.ReadOldestAsync(new SubscriberSlice(list, status), page, cancellation);
            foreach (ApiSubscriber subscriber in oldest)
            {
                foreach (Membership membership in subscriber.Memberships.Where(membership => membership.ListId == list && membership.Status == status))
                    yield return (subscriber.CreatedAt ?? DateTimeOffset.MinValue, membership.CreatedAt);
            }

            if (oldest.Count < SubscriberCall.LargestPage)
                yield break;
        }
    }
}
