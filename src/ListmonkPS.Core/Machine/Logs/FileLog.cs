using System.IO.Compression;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Machine.Logs;

/// <summary>
/// A log in a file, also one that was packed with gzip. Followed over rotation: by renaming, and by emptying in place (logrotate's copytruncate). Whether another file now has the name is
/// told by its first bytes, since these hold a time.
/// </summary>
/// <param name="path">Whole path.</param>
/// <param name="time">Clock.</param>
/// <param name="poll">How often a followed file is looked at.</param>
internal sealed class FileLog(string path, TimeProvider time, TimeSpan poll) : ILogStream
{
    private const int HeadLength = 256;

    /// <inheritdoc/>
    public string Place => HarmlessText.Of(path, HarmlessText.ValueLength);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RawLine> ReadAsync(LogSpan span, [EnumeratorCancellation] CancellationToken cancellation)
    {
        bool isPacked = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        byte[] buffer = new byte[64 * 1024];
        bool goesOn = true;
        while (goesOn)
        {
            LineSplitter splitter = new();
            await using FileStream file = Open();
            await using Stream content = isPacked ? new GZipStream(file, CompressionMode.Decompress) : file;
            bool isLast = false;
            while (true)
            {
                int count = await ReadAsync(content, buffer, cancellation);
                foreach (string line in splitter.Feed(buffer.AsSpan(0, count)))
                    yield return new RawLine(line, null);
                if (count > 0)
                    continue;
                if (isLast || !span.Follow || isPacked)
                    break;
                // Once more to the end of the old file, which was written to until the moment of the change.
                isLast = IsReplaced(file);
                if (!isLast)
                    await Task.Delay(poll, time, cancellation);
            }

            if (splitter.Rest() is { } rest)
                yield return new RawLine(rest, null);
            goesOn = span.Follow && !isPacked;
        }
    }

    private FileStream Open()
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 4096, FileOptions.Asynchronous);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(FailureOf(exception), exception);
        }
    }

    private async Task<int> ReadAsync(Stream content, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await content.ReadAsync(buffer, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new FailureException(FailureOf(exception), exception);
        }
    }

    private Failure FailureOf(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => LogFailures.LogNotFound(Place),
        UnauthorizedAccessException when Directory.Exists(path) => LogFailures.LogUnreadable(Place, Texts.Format("log.reason.folder")),
        UnauthorizedAccessException => LogFailures.LogDenied(Place),
        InvalidDataException => LogFailures.LogUnreadable(Place, Texts.Format("log.reason.not-gzip")),
        _ => LogFailures.LogUnreadable(Place, Texts.Format("log.reason.io")),
    };

    /// <summary>True when the name now leads to another file, or to the same one emptied. A name that leads nowhere is in the middle of the change: not yet.</summary>
    private bool IsReplaced(FileStream old)
    {
        try
        {
            using FileStream now = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (now.Length < old.Position)
                return true;
            byte[] head = new byte[HeadLength];
            byte[] oldHead = new byte[HeadLength];
            int oldLength = RandomAccess.Read(old.SafeFileHandle, oldHead, 0);
            int length = RandomAccess.Read(now.SafeFileHandle, head, 0);
            return oldLength == 0 ? length > 0 && old.Length == 0 : length < oldLength || !head.AsSpan(0, oldLength).SequenceEqual(oldHead.AsSpan(0, oldLength));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
