using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Makes one stream of several. A log that cannot be read is reported and does not end the others.</summary>
/// <param name="failed">Takes why a log cannot be read.</param>
internal sealed class LogMerge(Action<Failure> failed)
{
    /// <summary>Entries that may wait for the reader.</summary>
    private const int Capacity = 256;

    /// <summary>By time; each log is in order. An entry without a time stays behind the one before it.</summary>
    public async IAsyncEnumerable<LogEntry> ByTimeAsync(IReadOnlyList<IAsyncEnumerable<LogEntry>> logs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<IAsyncEnumerator<LogEntry>> open = [.. logs.Select(log => log.GetAsyncEnumerator(cancellation))];
        PriorityQueue<int, (DateTimeOffset At, int Log)> next = new();
        DateTimeOffset[] last = new DateTimeOffset[open.Count];
        try
        {
            for (int index = 0; index < open.Count; index++)
                await AdvanceAsync(index);
            while (next.TryDequeue(out int index, out _))
            {
                yield return open[index].Current;
                await AdvanceAsync(index);
            }
        }
        finally
        {
            foreach (IAsyncEnumerator<LogEntry> log in open)
                await log.DisposeAsync();
        }

        async Task AdvanceAsync(int index)
        {
            if (!await MoveAsync(open[index]))
                return;
            last[index] = open[index].Current.Time ?? last[index];
            next.Enqueue(index, (last[index], index));
        }
    }

    /// <summary>As they come, from all at the same time.</summary>
    public async IAsyncEnumerable<LogEntry> AsTheyComeAsync(IReadOnlyList<IAsyncEnumerable<LogEntry>> logs, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Channel<LogEntry> channel = Channel.CreateBounded<LogEntry>(Capacity);
        Task pumps = Task.WhenAll(logs.Select(log => Task.Run(() => PumpAsync(log, channel.Writer, stop.Token), CancellationToken.None)));
        Task closing = pumps.ContinueWith(done => channel.Writer.Complete(done.Exception?.InnerException), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        try
        {
            await foreach (LogEntry entry in channel.Reader.ReadAllAsync(cancellation))
                yield return entry;
        }
        finally
        {
            await stop.CancelAsync();
            await closing;
        }
    }

    private async Task PumpAsync(IAsyncEnumerable<LogEntry> log, ChannelWriter<LogEntry> writer, CancellationToken stop)
    {
        try
        {
            await using IAsyncEnumerator<LogEntry> entries = log.GetAsyncEnumerator(stop);
            while (await MoveAsync(entries))
                await writer.WriteAsync(entries.Current, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has enough.
        }
    }

    private async ValueTask<bool> MoveAsync(IAsyncEnumerator<LogEntry> log)
    {
        try
        {
            return await log.MoveNextAsync();
        }
        catch (FailureException failure)
        {
            failed(failure.Failure);
            return false;
        }
    }
}
