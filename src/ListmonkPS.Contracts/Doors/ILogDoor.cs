namespace ListmonkPS;

/// <summary>Logs of listmonk and of the relay on its machine.</summary>
public interface ILogDoor
{
    /// <summary>Streams the events of all sources, merged by time; with Follow as they come.</summary>
    /// <param name="session">The server; null when only files, Docker or the journal are read.</param>
    /// <param name="request">Which logs, and what of them.</param>
    /// <param name="failed">Takes why one of several sources cannot be read; the others go on.</param>
    /// <param name="notices">Takes warnings and verbose text.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FailureException">The request itself is wrong.</exception>
    IAsyncEnumerable<LogEntry> ReadAsync(ListmonkSession? session, LogRequest request, Action<Failure> failed, INoticeSink notices, CancellationToken cancellation);
}
