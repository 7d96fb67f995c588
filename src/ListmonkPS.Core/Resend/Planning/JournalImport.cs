using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Ledger.Postgres;

namespace ListmonkPS.Core.Resend.Planning;

/// <summary>Takes the local journals of a server into a database, so that nobody is mailed twice because the ledger has moved. A run comes whole or not at all.</summary>
/// <param name="folder">Where the journals are.</param>
/// <param name="ledger">Where they go.</param>
/// <param name="notices">Told of each.</param>
internal sealed class JournalImport(JournalFolder folder, PostgresLedger ledger, INoticeSink notices)
{
    private const string Done = ".imported";

    /// <summary>Takes all that are there; nothing when there are none.</summary>
    /// <exception cref="FailureException">JournalHeld, JournalDamaged, or the database fails.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        IReadOnlyList<string> files = folder.Files();
        if (files.Count == 0)
            return;
        using JournalLock held = JournalLock.Take(folder.LockPath);
        foreach (string path in files)
        {
            JournalRun run = (await JournalRun.ReadAsync(path, cancellation)).Run;
            await ledger.ImportAsync(run.Run!, [.. run.Items.Select(item => (item, run.BegunAt(item.Place)))], run.Begins, cancellation);
            File.Move(path, path + Done, overwrite: true);
            notices.Verbose(Texts.Format("notice.resend.journal-imported", run.Run!.Name, path, ledger.Place));
        }
    }
}
