using System.Globalization;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>
/// Streams the people who wait for confirmation, by number, by the API. It gives one list's people after the other's, so the numbers of all are read first,
/// and where there are many, the rest of them page by page as the reader takes them.
/// </summary>
/// <param name="call">Asks.</param>
/// <param name="reader">Reads.</param>
/// <param name="mayQuery">Whether people may be asked for by their numbers; without the right all are held in memory.</param>
/// <param name="heldAtMost">How many people are held in memory where they may be asked for again.</param>
/// <param name="peopleAtOnce">How many people are read at a time; their numbers must fit into an address.</param>
/// <param name="bounced">Numbers of people who are left out; null for nobody.</param>
internal sealed class ApiDueList(
    SubscriberCall call, SubscriberReader reader, bool mayQuery, int heldAtMost = 5000, int peopleAtOnce = 200, IReadOnlySet<int>? bounced = null)
{
    private const string Unconfirmed = "unconfirmed";

    /// <summary>The people of a selection, at most so many. Of many, who confirms while the stream runs is left out of it.</summary>
    public async IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Dictionary<int, DuePerson>? held = [];
        HashSet<int> seen = [];
        List<int> ids = [];
        SignUpBursts bursts = new();
        await foreach (DuePerson person in FindAsync(selection, cancellation))
        {
            if (bounced?.Contains(person.SubscriberId) == true || !seen.Add(person.SubscriberId)) // once for each list that he waits on (G14)
                continue;
            bursts.Add(person.Oldest.UtcDateTime);
            if (!selection.IsWithin(person.Oldest))
                continue;
            ids.Add(person.SubscriberId);
            held?.Add(person.SubscriberId, person);
            if (mayQuery && held?.Count > heldAtMost)
                held = null;
        }

        ids.Sort();
        long left = first ?? long.MaxValue;
        foreach (int[] page in ids.Chunk(peopleAtOnce))
        {
            if (left <= 0)
                yield break;
            Dictionary<int, DuePerson> people = held ?? await ReadPeopleAsync(selection, page, cancellation);
            foreach (int id in page)
            {
                if (people.TryGetValue(id, out DuePerson? person) && left-- > 0)
                    yield return bursts.ReasonAt(person.Oldest.UtcDateTime) is { } reason ? person with { Suspect = reason } : person;
            }
        }
    }

    private async IAsyncEnumerable<DuePerson> FindAsync(DueSelection selection, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (int list in selection.WantedLists)
        {
            SubscriberSlice slice = new(list, Unconfirmed);
            if (mayQuery && selection.Addresses.Condition() is { } condition)
                slice = slice.And(condition);
            await foreach (ApiSubscriber subscriber in reader.ReadAsync(slice, cancellation))
            {
                if (subscriber.DueIn(selection) is { } person)
                    yield return person;
            }
        }
    }

    private async Task<Dictionary<int, DuePerson>> ReadPeopleAsync(DueSelection selection, int[] page, CancellationToken cancellation)
    {
        string ids = string.Join(',', page.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        IReadOnlyList<ApiSubscriber> people = await call.ReadAsync(new SubscriberSlice(Condition: $"subscribers.id IN ({ids})"), cancellation);
        return people.Select(subscriber => subscriber.DueIn(selection)).OfType<DuePerson>()
            .Where(person => selection.IsWithin(person.Oldest)).ToDictionary(person => person.SubscriberId);
    }
}
