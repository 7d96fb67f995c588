using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Facts.Log;

/// <summary>Reads the log in memory by the API where there is one, and the files that were named, and adds them up.</summary>
internal sealed class ServerLogSource : FactSource<ServerLog>
{
    public override Access Needs => Access.Api | Access.Log;

    protected override async Task<ServerLog> ReadFactAsync(FactContext context, FactSet facts, CancellationToken cancellation)
    {
        LogRequest request = new()
        {
            Sources = [.. context.Server.Api is null ? [] : (LogSource[])[LogSource.Api], .. context.LogPaths.Count == 0 ? [] : (LogSource[])[LogSource.File]],
            Paths = context.LogPaths,
        };
        LogDigest digest = new();
        Failure? failure = null;
        LogMerge merge = new(problem => failure ??= problem);
        IReadOnlyList<IAsyncEnumerable<LogEntry>> logs = new LogSources(request, context.Server, context.Server.Time, _ => null).Open(problem => failure ??= problem, cancellation);
        await foreach (LogEntry entry in merge.ByTimeAsync(logs, cancellation))
            digest.Add(entry);
        if (failure is not null && digest.Places.Count == 0)
            throw new FailureException(failure);
        digest.StillWaiting = await WaitingAsync(context, digest, cancellation);
        return new ServerLog(digest, context.LogPaths.Count > 0);
    }

    private static async Task<long?> WaitingAsync(FactContext context, LogDigest digest, CancellationToken cancellation)
    {
        if (digest.Named.Count == 0)
            return null;
        WaitingJoin join = new(context.Server, _ => { });
        IReadOnlyList<LogEntry> joined = await join.JoinAsync([.. digest.Named.Select(id => new LogEntry { Place = "", Message = "", SubscriberId = id })], cancellation);
        return joined.All(entry => entry.StillWaits is null) ? null : joined.Count(entry => entry.StillWaits == true);
    }
}
