using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>Takes the local journals of a server into a database, so that nobody is mailed twice because the ledger has moved. A run comes whole or not at all.</summary>
/// <param name="folder">Where the journals are.</param>
/// <param name="ledger">Where they go.</param>
/// <param name="notices">Told of each.</param>
internal sealed class JournalImport(JournalFolder folder, PostgresLedger ledger, INoticeSink notices)
{
    private const string Done = ".imported";

    /// <summary>PostgreSQL keeps microseconds of a time, a journal ten times as fine.</summary>
    private static readonly TimeSpan SameTime = TimeSpan.FromMilliseconds(1);

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
            LedgerRun named = await NamedAsync(run.Run!, cancellation);
            await ledger.ImportAsync(named, [.. run.Items.Select(item => (item, run.BegunAt(item.Place)))], run.Begins, cancellation);
            WholeFile.TryPlace(path, path + Done, overwrite: true);
            notices.Verbose(Texts.Format("notice.resend.journal-imported", named.Name, path, ledger.Place));
            if (named.Name != run.Run!.Name)
                notices.Warning(Texts.Format("notice.resend.journal-renamed", run.Run.Name, named.Name, ledger.Place));
        }
    }

    /// <summary>
    /// The run by its own name, or by another where the database has a different run of that name: to leave it out would forget whom it mailed. It is the same
    /// run when we died between taking it over and saying so.
    /// </summary>
    private async Task<LedgerRun> NamedAsync(LedgerRun run, CancellationToken cancellation)
    {
        LedgerRun named = run;
        for (int number = 1; await ledger.FindAsync(named.Name, cancellation) is { } there && !IsSame(there, run); number++)
            named = run with { Identity = run.Identity with { Name = RunName.OfJournal(run.Name, number) } };
        return named;
    }

    private static bool IsSame(LedgerRun there, LedgerRun run) =>
        there.Identity.Account == run.Identity.Account && (there.StartedAt - run.StartedAt).Duration() < SameTime;
}
