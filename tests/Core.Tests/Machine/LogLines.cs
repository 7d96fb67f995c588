using ListmonkPS.Core.Machine.Logs;

namespace ListmonkPS.Core.Tests.Machine;

/// <summary>Reads a log to its end.</summary>
internal static class LogLines
{
    public static async Task<IReadOnlyList<RawLine>> ReadAllAsync(ILogStream log, DateTimeOffset? since = null)
    {
        List<RawLine> lines = [];
        await foreach (RawLine line in log.ReadAsync(new LogSpan(since, false), TestContext.Current.CancellationToken))
            lines.Add(line);
        return lines;
    }

    public static async Task<Failure> FailsAsync(ILogStream log) =>
        (await Assert.ThrowsAsync<FailureException>(() => ReadAllAsync(log))).Failure;
}
