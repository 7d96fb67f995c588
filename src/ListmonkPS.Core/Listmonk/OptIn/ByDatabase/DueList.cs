using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>
/// Streams the people who wait for confirmation, by number. While the reader has one page the next is read, one at most: when both are there no transaction is
/// open, however slow the reader is.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="rowsAtOnce">How many rows make a page.</param>
/// <param name="seesLedger">Whether the ledger of resends is read, too.</param>
internal sealed class DueList(ListmonkDatabase database, int rowsAtOnce = 2500, bool seesLedger = false)
{
    /// <summary>The people of a selection, at most so many. Who confirms before his page is read is left out of it.</summary>
    public async IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long left = first ?? long.MaxValue;
        if (left <= 0)
            yield break;
        SignUpBursts bursts = await database.ReadAsync((connection, token) => BurstQuery.ReadAsync(connection, selection, token), cancellation);
        DueGroup group = new();
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<DuePage> reading = ReadPageAsync(selection, DueKey.Start, group, leaving.Token);
        try
        {
            while (true)
            {
                DuePage page = await reading;
                cancellation.ThrowIfCancellationRequested();
                if (page.Last is { } last && page.People.Count < left)
                    reading = ReadPageAsync(selection, last, group, leaving.Token);
                foreach (DuePerson person in page.People)
                {
                    if (left-- == 0)
                        yield break;
                    yield return Complete(person, bursts, page.Resends);
                }

                if (page.Last is null || left == 0)
                    yield break;
            }
        }
        finally
        {
            // The reader has had enough: the statement ends, too.
            await leaving.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Nearly everybody is complete as read: only few are copied.</summary>
    private static DuePerson Complete(DuePerson person, SignUpBursts bursts, Dictionary<Guid, PastResends>? resends)
    {
        if (bursts.ReasonAt(person.Oldest.UtcDateTime) is { } reason)
            person = person with { Suspect = reason };
        return resends is null ? person : person with { Resends = resends.GetValueOrDefault(person.SubscriberUuid) };
    }

    private Task<DuePage> ReadPageAsync(DueSelection selection, DueKey after, DueGroup group, CancellationToken cancellation) => database.ReadAsync(
        async (connection, token) =>
        {
            DueKey? last = await DueQuery.ReadAsync(connection, selection, after, rowsAtOnce, group, token);
            IReadOnlyList<DuePerson> people = group.Take(isLast: last is null);
            return new DuePage(people, seesLedger ? await ResendQuery.ReadAsync(connection, people, token) : null, last);
        },
        cancellation);

    /// <param name="People">Who is whole.</param>
    /// <param name="Resends">What was sent to them again; null where no ledger is read.</param>
    /// <param name="Last">The last row; null when there are no more.</param>
    private sealed record DuePage(IReadOnlyList<DuePerson> People, Dictionary<Guid, PastResends>? Resends, DueKey? Last);
}
