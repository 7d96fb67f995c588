using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Streams the people who wait for confirmation, oldest first. Between two pages no transaction is open, however slow the reader is.</summary>
/// <param name="database">Where.</param>
/// <param name="keysAtOnce">How many keys are held in memory, four bytes each.</param>
/// <param name="peopleAtOnce">How many people are read at a time.</param>
/// <param name="seesLedger">Whether the ledger of resends is read, too.</param>
internal sealed class DueList(ListmonkDatabase database, int keysAtOnce = 2_000_000, int peopleAtOnce = 8000, bool seesLedger = false)
{
    /// <summary>The people of a selection, at most so many. Who confirms while the stream runs is left out of it.</summary>
    public async IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Whoever sees everybody counts the bursts on the way; for a part of the people they are counted by the database, so that they stay the same.
        bool countsItself = selection.IsWhole && first is null;
        SignUpBursts bursts = countsItself ? new() : await database.ReadAsync((connection, token) => BurstQuery.ReadAsync(connection, selection, token), cancellation);
        Dictionary<int, DuePerson> people = [];
        long left = first ?? long.MaxValue;
        DueKey last = DueKey.Start;
        while (left > 0)
        {
            int count = (int)Math.Min(left, keysAtOnce);
            bursts = countsItself ? new() : bursts;
            DueKeys keys = new(peopleAtOnce);
            last = await database.ReadAsync(
                (connection, token) => DueQuery.ReadKeysAsync(connection, selection, last, count, keys, countsItself ? bursts : null, token), cancellation);
            foreach (ArraySegment<int> page in keys.Pages)
            {
                Dictionary<Guid, PastResends>? resends = await database.ReadAsync(
                    (connection, token) => ReadPageAsync(connection, selection, page, people, token), cancellation);
                foreach (int id in page)
                {
                    if (people.TryGetValue(id, out DuePerson? person) && left-- > 0)
                        yield return Complete(person, bursts, resends);
                }
            }

            if (keys.Count < count)
                yield break;
        }
    }

    /// <summary>Nearly everybody is complete as read: only few are copied.</summary>
    private static DuePerson Complete(DuePerson person, SignUpBursts bursts, Dictionary<Guid, PastResends>? resends)
    {
        if (bursts.ReasonAt(person.Oldest.UtcDateTime) is { } reason)
            person = person with { Suspect = reason };
        return resends is null ? person : person with { Resends = resends.GetValueOrDefault(person.SubscriberUuid) };
    }

    private async Task<Dictionary<Guid, PastResends>?> ReadPageAsync(
        NpgsqlConnection connection, DueSelection selection, ArraySegment<int> ids, Dictionary<int, DuePerson> people, CancellationToken cancellation)
    {
        await DueQuery.ReadPeopleAsync(connection, selection, ids, people, cancellation);
        return seesLedger ? await ResendQuery.ReadAsync(connection, people.Values, cancellation) : null;
    }
}
