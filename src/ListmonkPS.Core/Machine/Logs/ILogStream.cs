namespace ListmonkPS.Core.Machine.Logs;

/// <summary>A log that can be read line by line, in the order of writing.</summary>
internal interface ILogStream
{
    /// <summary>What it is called: a file, a container, a unit; harmless.</summary>
    string Place { get; }

    /// <summary>The lines. Ends at the end of the log, or with Follow when it is stopped.</summary>
    /// <param name="span">Which part.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FailureException">It cannot be read.</exception>
    IAsyncEnumerable<RawLine> ReadAsync(LogSpan span, CancellationToken cancellation);
}
