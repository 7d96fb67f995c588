using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend.Ledger;
using ListmonkPS.Core.Resend.Ledger.Journal;
using ListmonkPS.Core.Resend.Ledger.Postgres;
using ListmonkPS.Core.Tests.Listmonk.Database;

namespace ListmonkPS.Core.Tests.Resend.Bench;

/// <summary>A place for a ledger of one kind, which can be opened again as another process would.</summary>
internal sealed class LedgerBench : IAsyncDisposable
{
    private readonly TestDatabase? _database;
    private readonly string _folder;
    private readonly List<ListmonkDatabase> _open = [];
    private bool _isBorrowed;

    private LedgerBench(TestDatabase? database, TimeProvider time, string folder) => (_database, Time, _folder) = (database, time, folder);

    public TimeProvider Time { get; }

    public TestDatabase Database => _database!;

    public JournalFolder Journals => new(_folder, "server");

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    public static async Task<LedgerBench> CreateAsync(string kind, TimeProvider? time = null) =>
        new(kind == "PostgreSQL" ? await TestDatabase.CreateAsync() : null, time ?? TimeProvider.System, Directory.CreateTempSubdirectory("listmonkps-ledger-").FullName);

    /// <summary>Opens the ledger.</summary>
    /// <param name="isElsewhere">True for a worker on another machine, of whom nobody here can tell whether he lives.</param>
    public async Task<IResendLedger> OpenAsync(bool isElsewhere = false)
    {
        if (_database is null)
            return new JournalLedger(Journals, "server", Time);
        ListmonkDatabase database = _database.Open();
        _open.Add(database);
        PostgresLedger made = await new PostgresLedgerOpening(database, "server", Time).OpenAsync(ownsDatabase: false, Test);
        WorkerIdentity worker = WorkerIdentity.OfThisProcess();
        int server = Convert.ToInt32(await _database.ScalarAsync("SELECT id FROM listmonkps.resend_server"), System.Globalization.CultureInfo.InvariantCulture);
        // The fake clock is the ledger's, whatever the database says.
        TimeSpan ahead = Time == TimeProvider.System ? made.Now - Time.GetUtcNow() : TimeSpan.Zero;
        return new PostgresLedger(database, server, ahead, Time, ownsDatabase: false, isElsewhere ? worker with { Host = "elsewhere" } : worker);
    }

    /// <summary>The same place at another time.</summary>
    public LedgerBench At(TimeProvider time) => new(_database, time, _folder) { _isBorrowed = true };

    public async ValueTask DisposeAsync()
    {
        foreach (ListmonkDatabase database in _open)
            await database.DisposeAsync();
        if (_isBorrowed)
            return;
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
