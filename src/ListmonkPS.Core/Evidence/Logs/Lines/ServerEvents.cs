using System.Runtime.CompilerServices;
using ListmonkPS.Core.Machine.Logs;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>Puts lines together to events: a reply of several lines, or the stack of a panic, is one.</summary>
/// <param name="lines">Makes the entries.</param>
/// <param name="source">Where they are read.</param>
/// <param name="place">Name of that.</param>
internal sealed class ServerEvents(ServerLines lines, LogSource source, string place)
{
    /// <summary>More belong to no event that helps.</summary>
    private const int MostLines = 40;

    /// <summary>The entries.</summary>
    /// <param name="log">The lines, in order.</param>
    /// <param name="atOnce">True to wait for no further line, as a log that is followed wants it; lines that go on with an event are then entries of their own.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async IAsyncEnumerable<LogEntry> ReadAsync(IAsyncEnumerable<RawLine> log, bool atOnce, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ServerLine? first = null;
        DateTimeOffset? at = null;
        List<string> rest = [];
        await foreach (RawLine raw in log.WithCancellation(cancellation))
        {
            ServerLine line = ServerLine.Of(raw.Text);
            if (first is not null && !line.BeginsEvent && !atOnce)
            {
                if (rest.Count < MostLines && line.Message.Length > 0)
                    rest.Add(line.Message);
                continue;
            }

            if (first is not null)
                yield return lines.EntryOf(first, rest, at, source, place);
            (first, at, rest) = (line, raw.Time, []);
            if (atOnce)
            {
                yield return lines.EntryOf(first, rest, at, source, place);
                first = null;
            }
        }

        if (first is not null)
            yield return lines.EntryOf(first, rest, at, source, place);
    }
}
