using System.Threading.Channels;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>
/// Hands people over from the statement that reads them to who takes them. To one who is fast they come as they are read, and few are held in memory. For one
/// who is slow a statement waits a moment only: the rest of its page is then held, so that no transaction stays open.
/// </summary>
/// <param name="time">Clock.</param>
internal sealed class DueHandOver(TimeProvider time)
{
    /// <summary>How many lots may wait to be taken.</summary>
    private const int Ahead = 4;

    /// <summary>How long the statement of one page waits, taken together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Channel<IReadOnlyList<DuePerson>> _lots = Channel.CreateBounded<IReadOnlyList<DuePerson>>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
    private readonly List<IReadOnlyList<DuePerson>> _held = [];
    private TimeSpan _patience = Patience;

    /// <summary>Gives people out of a statement.</summary>
    public async ValueTask GiveAsync(IReadOnlyList<DuePerson> people, CancellationToken cancellation)
    {
        if (_held.Count > 0 || !await HasRoomAsync(cancellation) || !_lots.Writer.TryWrite(people))
            _held.Add(people);
    }

    /// <summary>Gives the last people of a page, and those who are held, outside the transaction: however long the reader takes.</summary>
    public async Task EndPageAsync(IReadOnlyList<DuePerson> people, CancellationToken cancellation)
    {
        if (people.Count > 0)
            _held.Add(people);
        foreach (IReadOnlyList<DuePerson> lot in _held)
            await _lots.Writer.WriteAsync(lot, cancellation);
        _held.Clear();
        _patience = Patience;
    }

    /// <summary>Nothing more comes.</summary>
    /// <param name="reason">Why not; null when all was given.</param>
    public void End(Exception? reason) => _lots.Writer.Complete(reason);

    /// <summary>Takes what is given, in order.</summary>
    public IAsyncEnumerable<IReadOnlyList<DuePerson>> TakeAsync(CancellationToken cancellation) => _lots.Reader.ReadAllAsync(cancellation);

    private async Task<bool> HasRoomAsync(CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        try
        {
            return await _lots.Writer.WaitToWriteAsync(cancellation).AsTask().WaitAsync(_patience, time, cancellation);
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            TimeSpan left = _patience - time.GetElapsedTime(start);
            _patience = left < TimeSpan.Zero ? TimeSpan.Zero : left;
        }
    }
}
