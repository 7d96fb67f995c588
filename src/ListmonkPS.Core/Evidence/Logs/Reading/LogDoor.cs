using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>Reads logs: opens them, merges them, leaves out what is not wanted, joins the people, and says what silence proves. The door of this room.</summary>
/// <param name="time">Clock.</param>
/// <param name="environment">Gives the value of an environment variable.</param>
internal sealed class LogDoor(TimeProvider time, Func<string, string?> environment) : ILogDoor
{
    /// <summary>People are asked for so many entries at a time.</summary>
    private const int Chunk = 200;

    /// <inheritdoc/>
    public async IAsyncEnumerable<LogEntry> ReadAsync(
        ListmonkSession? session, LogRequest request, Action<Failure> failed, INoticeSink notices, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ListmonkServer? server = session is null ? null : ListmonkServer.Of(session);
        LogFilter filter = new(request);
        IReadOnlyList<IAsyncEnumerable<LogEntry>> logs = new LogSources(request, server, time, environment).Open(failed, cancellation);
        LogMerge merge = new(failed);
        LogSilence silence = new(request, server);
        WaitingJoin? join = server is null ? null : new WaitingJoin(server, failure => notices.Verbose(failure.Message));
        List<LogEntry> chunk = [];
        await foreach (LogEntry entry in (request.Follow ? merge.AsTheyComeAsync(logs, cancellation) : merge.ByTimeAsync(logs, cancellation)).WithCancellation(cancellation))
        {
            silence.See(entry);
            if (!filter.Takes(entry))
                continue;
            chunk.Add(entry with { Session = session?.Name });
            if (chunk.Count < Chunk && !request.Follow)
                continue;
            foreach (LogEntry joined in await JoinAsync(join, chunk, cancellation))
                yield return joined;
            chunk.Clear();
        }

        foreach (LogEntry joined in await JoinAsync(join, chunk, cancellation))
            yield return joined;
        silence.Tell(notices);
    }

    private static async Task<IReadOnlyList<LogEntry>> JoinAsync(WaitingJoin? join, List<LogEntry> chunk, CancellationToken cancellation) =>
        join is null ? [.. chunk] : await join.JoinAsync([.. chunk], cancellation);
}
