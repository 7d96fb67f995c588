using ListmonkPS.Core.Listmonk.Settings.Reloading;

namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>The right to write: an open file that nobody else can open meanwhile. The system gives it back when the process dies.</summary>
internal sealed class JournalLock : IDisposable
{
    private readonly FileStream _file;

    private JournalLock(FileStream file) => _file = file;

    /// <summary>Takes a lock.</summary>
    /// <param name="path">Its file; made when it is missing.</param>
    /// <exception cref="FailureException">JournalHeld: another process has it; or the folder cannot be written.</exception>
    public static JournalLock Take(string path)
    {
        try
        {
            StateFolder.Create(Path.GetDirectoryName(path)!);
            return new JournalLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(path))
        {
            throw new FailureException(LedgerFailures.JournalHeld(path), exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(LedgerFailures.JournalNotWritten(path), exception);
        }
    }

    /// <summary>Takes all of some locks or none: with a part of them nothing is written.</summary>
    /// <param name="paths">Their files.</param>
    /// <exception cref="FailureException">As of one.</exception>
    public static IReadOnlyList<JournalLock> TakeAll(IEnumerable<string> paths)
    {
        List<JournalLock> locks = [];
        try
        {
            foreach (string path in paths)
                locks.Add(Take(path));
            return locks;
        }
        catch
        {
            locks.ForEach(held => held.Dispose());
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
