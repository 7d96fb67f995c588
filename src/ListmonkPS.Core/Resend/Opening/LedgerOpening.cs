using ListmonkPS.Core.Listmonk.Connecting;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Reloading;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Resend.Servers;

namespace ListmonkPS.Core.Resend.Opening;

/// <summary>
/// Opens the ledger of a server: in the database that was named, else in that of the session, else the local journal. It never takes another one because the
/// first cannot be used.
/// </summary>
/// <param name="stateFolder">Folder in which this module keeps its state.</param>
internal sealed class LedgerOpening(string stateFolder)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    /// <summary>The ledger of this process' user.</summary>
    public LedgerOpening()
        : this(StateFolder.Find())
    {
    }

    private string Journals => Path.Combine(stateFolder, "resend");

    /// <summary>Where the journals of a server are.</summary>
    /// <param name="server">Key of the server.</param>
    public JournalFolder JournalsOf(string server) => new(Journals, server);

    /// <summary>The ledger as it is; null when there is none.</summary>
    /// <param name="subject">The server.</param>
    /// <param name="connection">Where its ledger is; null for the usual place.</param>
    /// <param name="writes">True to change what is there, false to look.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">It is there and cannot be read, or written.</exception>
    public async Task<IResendLedger?> FindAsync(ResendSubject subject, string? connection, bool writes, CancellationToken cancellation)
    {
        if (DatabaseOf(subject, connection) is not { } database)
            return Journal(subject);
        return await OrCloseAsync(database, subject, opening => opening.FindAsync(database != subject.Database, writes, cancellation));
    }

    /// <summary>The ledger, made where it is missing, to write; the local journals of the server are taken into a database first.</summary>
    /// <exception cref="FailureException">It cannot be made or written.</exception>
    public async Task<IResendLedger> OpenAsync(ResendSubject subject, string? connection, INoticeSink notices, CancellationToken cancellation)
    {
        if (DatabaseOf(subject, connection) is not { } database)
            return Journal(subject);
        PostgresLedger ledger = (await OrCloseAsync(database, subject, async opening => await opening.OpenAsync(database != subject.Database, cancellation)))!;
        if (!subject.IsRehearsal && ServerKey.Of(subject.Server) is { } key)
        {
            await new JournalImport(JournalsOf(key), ledger, notices).RunAsync(cancellation);
            await new LedgerNote(JournalsOf(key)).WriteAsync(ledger.Place, notices, cancellation);
        }

        return ledger;
    }

    /// <summary>Where this machine has kept another ledger of the server, in a database that the session does not have; null for none.</summary>
    /// <exception cref="FailureException">The note of it cannot be read.</exception>
    public async Task<string?> OtherAsync(ResendSubject subject, string? connection, CancellationToken cancellation) =>
        connection is null && subject is { Database: null, IsRehearsal: false } ? await new LedgerNote(JournalsOf(subject.Key)).ReadAsync(cancellation) : null;

    /// <summary>What the local journals know that a database takes over when the run begins; null for nothing.</summary>
    /// <param name="subject">The server.</param>
    /// <param name="connection">Where its ledger is; null for the usual place.</param>
    /// <param name="account">The account whose use is counted.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="FailureException">A journal cannot be read.</exception>
    public async Task<JournalHistory?> ToBeImportedAsync(ResendSubject subject, string? connection, string account, CancellationToken cancellation)
    {
        bool isJournal = connection is null && subject.Database is null;
        if (isJournal || subject.IsRehearsal || ServerKey.Of(subject.Server) is not { } key || JournalsOf(key).Files() is not { Count: > 0 } files)
            return null;
        return await JournalHistory.ReadAsync(files, account, cancellation);
    }

    private JournalLedger Journal(ResendSubject subject) => new(JournalsOf(subject.Key), subject.Key, subject.Server.Time);

    private static ListmonkDatabase? DatabaseOf(ResendSubject subject, string? connection) =>
        connection is null ? subject.Database : new ListmonkDatabase(ConnectionText.Check(connection), Timeout, subject.Server.Time);

    private static async Task<PostgresLedger?> OrCloseAsync(
        ListmonkDatabase database, ResendSubject subject, Func<PostgresLedgerOpening, Task<PostgresLedger?>> open)
    {
        PostgresLedger? ledger = null;
        try
        {
            return ledger = await open(new PostgresLedgerOpening(database, subject.Key, subject.Server.Time));
        }
        finally
        {
            if (ledger is null && database != subject.Database)
                await database.DisposeAsync();
        }
    }
}
