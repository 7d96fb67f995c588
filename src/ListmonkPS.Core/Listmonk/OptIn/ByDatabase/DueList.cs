using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Streams the people who wait for confirmation, oldest first. Between two pages no transaction is open, however slow the reader is.</summary>
/// <param name="database">Where.</param>
/// <param name="keysAtOnce">How many keys are held in memory, 16 bytes each.</param>
/// <param name="peopleAtOnce">How many people are read at a time.</param>
internal sealed class DueList(ListmonkDatabase database, int keysAtOnce = 250_000, int peopleAtOnce = 500)
{
    /// <summary>The people of a selection, at most so many. Who confirms while the stream runs is left out of it.</summary>
    public async IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long left = first ?? long.MaxValue;
        DueKey last = DueKey.Start;
        while (left > 0)
        {
            int count = (int)Math.Min(left, keysAtOnce);
            List<DueKey> keys = await database.ReadAsync(
                (connection, token) => DueQuery.ReadKeysAsync(connection, selection, last, count, token), cancellation);
            foreach (DueKey[] page in keys.Chunk(peopleAtOnce))
            {
                int[] ids = [.. page.Select(key => key.SubscriberId)];
                Dictionary<int, DuePerson> people = await database.ReadAsync(
                    (connection, token) => DueQuery.ReadPeopleAsync(connection, selection, ids, token), cancellation);
                foreach (int id in ids)
                {
                    if (people.TryGetValue(id, out DuePerson? person) && left-- > 0)
                        yield return person;
                }
            }

            if (keys.Count < count)
                yield break;
            last = keys[^1];
        }
    }
}
