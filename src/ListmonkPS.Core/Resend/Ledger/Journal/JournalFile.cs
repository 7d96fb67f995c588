using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>A journal that this process writes. What <see cref="AppendAsync"/> has returned from is on disk; after a failure nothing more is written.</summary>
internal sealed class JournalFile : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string BegunExtension = ".begun";

    private readonly FileStream _file;
    private readonly string _path;
    private readonly SemaphoreSlim _gate = new(1);
    private bool _isBroken;

    private JournalFile(FileStream file, string path) => (_file, _path) = (file, path);

    /// <summary>
    /// Makes a new journal, for its owner alone. It gets its name with its first line on disk: whoever dies meanwhile leaves no run that nobody can read.
    /// </summary>
    /// <param name="path">The file; it is not there yet.</param>
    /// <param name="first">The first line.</param>
    /// <param name="cancellation">Ends the wait, not the writing.</param>
    /// <exception cref="FailureException">JournalNotWritten.</exception>
    public static async Task<JournalFile> CreateAsync(string path, JournalRecord first, CancellationToken cancellation)
    {
        string begun = path + BegunExtension;
        JournalFile journal = Guard(path, () =>
        {
            File.Delete(begun);
            return Open(begun, FileMode.CreateNew, path);
        });
        try
        {
            await journal.AppendAsync([first], cancellation);
            return Guard(path, () => WholeFile.TryPlace(begun, path, overwrite: false)) ? journal : throw new FailureException(LedgerFailures.JournalNotWritten(path));
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <summary>Goes on with a journal behind the good part of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="length">Length of the good part; what is behind it, a line that was cut, goes.</param>
    public static JournalFile Continue(string path, long length) => Guard(path, () =>
    {
        JournalFile journal = Open(path, FileMode.Open, path);
        journal._file.SetLength(length);
        journal._file.Seek(0, SeekOrigin.End);
        return journal;
    });

    /// <summary>Writes records and waits until they are on disk.</summary>
    /// <exception cref="FailureException">JournalNotWritten: the disk is full, or gone.</exception>
    public async Task AppendAsync(IEnumerable<JournalRecord> records, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (_isBroken)
                throw new IOException();
            byte[] lines = [.. records.SelectMany(JournalLine.Write)];
            // Not to be broken off: a line is written whole, or the journal has ended.
            await _file.WriteAsync(lines, CancellationToken.None);
            _file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // The last of them is how .NET tells of a file that may not grow any more (EFBIG).
            _isBroken = true;
            throw new FailureException(LedgerFailures.JournalNotWritten(_path), exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        _gate.Dispose();
    }

    private static JournalFile Open(string file, FileMode mode, string path)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete, // who writes is decided by the lock beside it; others may read
            BufferSize = 0,
        };
        if (mode == FileMode.CreateNew && !OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new JournalFile(new FileStream(file, options), path);
    }

    private static T Guard<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(LedgerFailures.JournalNotWritten(path), exception);
        }
    }
}
