using System.Text.Json;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>A note as a file beside the journals of a server.</summary>
/// <param name="folder">Where those journals are, or would be.</param>
internal sealed class LedgerNoteFile(JournalFolder folder)
{
    private string Path => System.IO.Path.Combine(folder.Path, "database.json");

    /// <summary>Writes the note, whole or not at all. A machine on which none can be left has no journals either.</summary>
    /// <param name="note">The note.</param>
    /// <param name="notices">Told when it cannot be left.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WriteAsync(LedgerNote note, INoticeSink notices, CancellationToken cancellation)
    {
        try
        {
            StateFolder.Create(folder.Path);
            await WholeFile.WriteAsync(Path, overwrite: true, ownerOnly: true, file => JsonSerializer.SerializeAsync(file, note, cancellationToken: cancellation), cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            notices.Verbose(Texts.Format("notice.resend.no-note", Path));
        }
    }

    /// <summary>The note; null for none.</summary>
    /// <exception cref="FailureException">It is there and cannot be read.</exception>
    public async Task<LedgerNote?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return JsonSerializer.Deserialize<LedgerNote>(await File.ReadAllTextAsync(Path, cancellation));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new FailureException(LedgerFailures.JournalUnreadable(Path, exception.GetType().Name), exception);
        }
    }
}
