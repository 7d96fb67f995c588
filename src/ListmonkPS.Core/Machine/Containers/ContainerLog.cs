using System.Globalization;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Machine.Logs;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Machine.Containers;

/// <summary>The log of a container by the Docker Engine API: output and errors, each line with the daemon's time.</summary>
/// <param name="docker">The API.</param>
/// <param name="container">Which container.</param>
/// <param name="bound">Longest silence, unless followed.</param>
/// <param name="time">Clock.</param>
internal sealed class ContainerLog(DockerApi docker, ContainerSummary container, TimeSpan bound, TimeProvider time) : ILogStream
{
    /// <inheritdoc/>
    public string Place => container.Name.Length > 0 ? container.Name : container.Id;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RawLine> ReadAsync(LogSpan span, [EnumeratorCancellation] CancellationToken cancellation)
    {
        bool isRaw = await docker.HasTerminalAsync(container.Id, cancellation);
        await using Stream log = await docker.OpenLogAsync(container.Id, span.Since, span.Follow, cancellation);
        FrameReader frames = new(Place);
        Dictionary<byte, LineSplitter> splitters = [];
        byte[] buffer = new byte[64 * 1024];
        while (await NextAsync(log, buffer, span.Follow, cancellation) is var count and > 0)
        {
            ReadOnlyMemory<byte> piece = buffer.AsMemory(0, count);
            foreach ((byte stream, ReadOnlyMemory<byte> bytes) in isRaw ? [((byte)1, piece)] : frames.Feed(piece))
            {
                if (!splitters.TryGetValue(stream, out LineSplitter? splitter))
                    splitters.Add(stream, splitter = new LineSplitter());
                foreach (string line in splitter.Feed(bytes.Span))
                    yield return LineOf(line, stream);
            }
        }

        if (!isRaw)
            frames.End();
        foreach ((byte stream, LineSplitter splitter) in splitters)
        {
            if (splitter.Rest() is { } rest)
                yield return LineOf(rest, stream);
        }
    }

    private RawLine LineOf(string line, byte stream)
    {
        if (!FrameReader.IsSystemError(stream))
            return Split(line);
        throw new FailureException(LogFailures.ContainerLogBroken(Place, HarmlessText.Of(line)));
    }

    /// <summary>RFC 3339 with nanoseconds, a blank, the line. .NET takes seven decimals.</summary>
    private static RawLine Split(string line)
    {
        int blank = line.IndexOf(' ', StringComparison.Ordinal);
        string stamp = blank < 0 ? line : line[..blank];
        int dot = stamp.IndexOf('.', StringComparison.Ordinal);
        int zone = stamp.LastIndexOfAny(['Z', '+', '-']);
        if (dot > 0 && zone > dot + 8)
            stamp = stamp[..(dot + 8)] + stamp[zone..];
        return DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at)
            ? new RawLine(blank < 0 ? "" : line[(blank + 1)..], at.ToUniversalTime())
            : new RawLine(line, null);
    }

    private async Task<int> NextAsync(Stream log, byte[] buffer, bool follow, CancellationToken cancellation)
    {
        try
        {
            return follow
                ? await log.ReadAsync(buffer, cancellation)
                : await Deadline.RunAsync(
                    bound, time, () => LogFailures.ContainerLogBroken(Place, Texts.Format("failure.reason.late", bound.TotalSeconds)),
                    async token => await log.ReadAsync(buffer, token), cancellation);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw new FailureException(LogFailures.ContainerLogBroken(Place, Texts.Format("failure.reason.closed")), exception);
        }
    }
}
