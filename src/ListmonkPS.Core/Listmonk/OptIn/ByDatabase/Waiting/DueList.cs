using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>
/// Streams the people who wait for confirmation, by number, in pages: each is one short transaction, however slow the reader is, and the next begins when the
/// people of the last are all but taken.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="time">Clock.</param>
/// <param name="rowsAtOnce">How many rows make a page.</param>
/// <param name="ledger">Whether the ledger of resends is read, too.</param>
internal sealed class DueList(ListmonkDatabase database, TimeProvider time, int rowsAtOnce = 20_000, LedgerSight ledger = LedgerSight.Hidden)
{
    /// <summary>The people of a selection, at most so many. Who confirms before his page is read is left out of it.</summary>
    public async IAsyncEnumerable<DuePerson> ReadAsync(DueSelection selection, long? first, [EnumeratorCancellation] CancellationToken cancellation)
    {
        long left = first ?? long.MaxValue;
        SignUpBursts bursts = await database.ReadAsync((connection, token) => BurstQuery.ReadAsync(connection, selection, token), cancellation);
        DueHandOver handOver = new(time);
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task reading = ReadPagesAsync(selection, left, handOver, leaving.Token);
        try
        {
            await foreach (IReadOnlyList<DuePerson> people in handOver.TakeAsync(cancellation))
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i < people.Count && left > 0; i++, left--)
                    yield return bursts.ReasonAt(people[i].Oldest.UtcDateTime) is { } reason ? people[i] with { Suspect = reason } : people[i];
                if (left == 0)
                    yield break;
            }
        }
        finally
        {
            // The reader has had enough, or all: the statement ends, too.
            await leaving.CancelAsync();
            await reading;
        }
    }

    /// <summary>Reads page after page. How it ends is told by what it hands over.</summary>
    private async Task ReadPagesAsync(DueSelection selection, long first, DueHandOver handOver, CancellationToken cancellation)
    {
        DueGroup group = new(handOver);
        // So many rows of the wanted people there are at most, and one that shows that the last of them is whole.
        int rows = (int)Math.Min(rowsAtOnce, (Math.Min(first, rowsAtOnce) * selection.AskingLists.Length) + 1);
        try
        {
            for (DueKey? next = DueKey.Start; next is { } after && group.Count < first;)
            {
                next = await database.ReadAsync(
                    (connection, token) => DueQuery.ReadAsync(connection, selection, ledger, after, rows, group, token), cancellation);
                await group.EndPageAsync(isLast: next is null, cancellation);
            }

            handOver.End(null);
        }
#pragma warning disable CA1031 // Whatever it is goes to the one who takes the people, who throws it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            handOver.End(exception);
        }
    }
}
