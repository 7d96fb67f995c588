using System.Text;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>
/// A note beside the journals of a server that a database has kept its ledger, too. A session without that database cannot see whom that ledger mailed, and says so.
/// </summary>
/// <param name="folder">Where the journals of the server are.</param>
internal sealed class LedgerNote(JournalFolder folder)
{
    private string Path => System.IO.Path.Combine(folder.Path, "database.txt");

    /// <summary>Leaves the note. A machine on which none can be left has no journals either.</summary>
    /// <param name="place">Where the ledger is.</param>
    /// <param name="notices">Told when it cannot be left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WriteAsync(string place, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            StateFolder.Create(folder.Path);
            await WholeFile.WriteAsync(Path, overwrite: true, ownerOnly: true, file => file.WriteAsync(Encoding.UTF8.GetBytes(place), cancellation).AsTask(), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notices.Verbose(Texts.Format("notice.resend.no-note", Path));
        }
    }

    /// <summary>Where the other ledger is; null for none.</summary>
    public async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return HarmlessText.Of(await File.ReadAllTextAsync(Path, cancellation));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FailureException(LedgerFailures.JournalUnreadable(Path, exception.GetType().Name), exception);
        }
    }
}
