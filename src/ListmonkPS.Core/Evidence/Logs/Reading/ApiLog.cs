using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Machine.Logs;

namespace ListmonkPS.Core.Evidence.Logs.Reading;

/// <summary>listmonk's own log in memory, by its API: at most 5000 lines, and empty after every reload (G24). Followed by asking again and again.</summary>
/// <param name="api">The API.</param>
/// <param name="time">Clock.</param>
/// <param name="poll">How often it is asked.</param>
internal sealed class ApiLog(ListmonkApi api, TimeProvider time, TimeSpan poll) : ILogStream
{
    /// <summary>So many lines in a row tell where the last answer ended; up to v3 stamps are of whole seconds, and lines repeat.</summary>
    private const int Overlap = 20;

    /// <inheritdoc/>
    public string Place => api.Place;

    /// <inheritdoc/>
    public async IAsyncEnumerable<RawLine> ReadAsync(LogSpan span, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<string> lines = await api.GetLogAsync(cancellation);
        foreach (string line in lines)
            yield return new RawLine(line, null);
        while (span.Follow)
        {
            await Task.Delay(poll, time, cancellation);
            if (await NextAsync(cancellation) is not { } now)
                continue;
            for (int index = EndOf(lines, now); index < now.Count; index++)
                yield return new RawLine(now[index], null);
            lines = now;
        }
    }

    /// <summary>Where in an answer the lines of the one before end; 0 when they are gone, as after a reload.</summary>
    private static int EndOf(IReadOnlyList<string> before, IReadOnlyList<string> now)
    {
        string[] tail = [.. before.TakeLast(Overlap)];
        for (int end = now.Count; end >= tail.Length && tail.Length > 0; end--)
        {
            if (tail.SequenceEqual(now.Skip(end - tail.Length).Take(tail.Length)))
                return end;
        }

        return 0;
    }

    /// <summary>The log now; null while the server does not answer, as in the moment of a reload.</summary>
    private async Task<IReadOnlyList<string>?> NextAsync(CancellationToken cancellation)
    {
        try
        {
            return await api.GetLogAsync(cancellation);
        }
        catch (FailureException failure) when (failure.Failure.Category is FailureCategory.ConnectionError or FailureCategory.OperationTimeout)
        {
            return null;
        }
    }
}
