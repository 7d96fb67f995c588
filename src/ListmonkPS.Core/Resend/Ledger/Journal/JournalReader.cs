namespace ListmonkPS.Core.Resend.Ledger.Journal;

/// <summary>Reads a journal from its begin. A last line that was cut (the process died within it) is left out; any other bad line means damage.</summary>
internal static class JournalReader
{
    private const int FirstBuffer = 1 << 17;

    /// <summary>Hands on each record, and gives the length of the good part of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="take">Takes the records.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="FailureException">JournalDamaged, or it cannot be read.</exception>
    public static async Task<long> ReadAsync(string path, Action<JournalRecord> take, CancellationToken cancellation)
    {
        try
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
            return await ReadAsync(path, file, take, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(LedgerFailures.JournalUnreadable(path, exception.GetType().Name), exception);
        }
    }

    private static async Task<long> ReadAsync(string path, FileStream file, Action<JournalRecord> take, CancellationToken cancellation)
    {
        byte[] buffer = new byte[FirstBuffer];
        int filled = 0;
        long good = 0;
        bool isTorn = false;
        while (true)
        {
            int read = await file.ReadAsync(buffer.AsMemory(filled), cancellation);
            if (read == 0)
                return good;
            filled += read;
            int begin = 0;
            while (Array.IndexOf(buffer, (byte)'\n', begin, filled - begin) is var end && end >= 0)
            {
                // A bad line may be the last one alone: blocks of a file can reach the disk in any order.
                if (isTorn)
                    throw new FailureException(LedgerFailures.JournalDamaged(path, good));
                if (JournalLine.Read(buffer.AsSpan(begin, end - begin)) is { } record)
                {
                    take(record);
                    good += end + 1 - begin;
                }
                else
                {
                    isTorn = true;
                }

                begin = end + 1;
            }

            Array.Copy(buffer, begin, buffer, 0, filled - begin);
            filled -= begin;
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
