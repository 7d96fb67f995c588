using System.Globalization;
using System.Runtime.CompilerServices;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Resend.Patience;
using Npgsql;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>
/// The ledger in PostgreSQL: any number of machines share its runs. Claims skip what others have locked; who stops beating loses his claims. A database that is
/// away for a moment is waited for.
/// </summary>
internal sealed class PostgresLedger : IResendLedger
{
    /// <summary>Without a beat for so long, a worker counts as gone.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan AwayAtMost = TimeSpan.FromSeconds(60);
    private const int PageSize = 1000;

    private readonly ListmonkDatabase _database;
    private readonly TimeProvider _time;
    private readonly TimeSpan _ahead;
    private readonly int _server;
    private readonly bool _ownsDatabase;
    private readonly RunStatements _runs;
    private readonly ServerPatience _patience;
    private readonly WorkerIdentity _worker;

    /// <summary>Opens the ledger of a server; its tables must be there.</summary>
    /// <param name="database">Where.</param>
    /// <param name="server">Number of the server.</param>
    /// <param name="ahead">How far the database's clock is before ours.</param>
    /// <param name="time">Our clock.</param>
    /// <param name="ownsDatabase">True to close the database with the ledger.</param>
    /// <param name="worker">Who works; null for this process.</param>
    public PostgresLedger(ListmonkDatabase database, int server, TimeSpan ahead, TimeProvider time, bool ownsDatabase, WorkerIdentity? worker = null)
    {
        (_database, _server, _ahead, _time, _ownsDatabase) = (database, server, ahead, time, ownsDatabase);
        _runs = new RunStatements(server);
        _patience = new ServerPatience(time, AwayAtMost);
        _worker = worker ?? WorkerIdentity.OfThisProcess();
    }

    /// <inheritdoc/>
    public string Place => _database.Place;

    /// <inheritdoc/>
    public DateTimeOffset Now => _time.GetUtcNow() + _ahead;

    /// <inheritdoc/>
    public Task<LedgerRun?> FindAsync(string name, CancellationToken cancellation) => ReadAsync(
        async (connection, token) => (await _runs.Find(name).ReadAsync(connection, RunStatements.Read, token)).FirstOrDefault(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<LedgerRun>> RunsAsync(CancellationToken cancellation) => ReadAsync<IReadOnlyList<LedgerRun>>(
        async (connection, token) => await _runs.All().ReadAsync(connection, RunStatements.Read, token), cancellation);

    /// <inheritdoc/>
    public async Task<LedgerRun> CreateAsync(RunIdentity identity, CancellationToken cancellation)
    {
        int made = await _database.WriteAsync(
            async (connection, _, token) =>
            {
                await RunStatements.Account(identity.Account).ExecuteAsync(connection, token);
                return await _runs.Create(identity, Now).ExecuteAsync(connection, token);
            },
            cancellation);
        return made == 1
            ? (await FindAsync(identity.Name, cancellation))!
            : throw new FailureException(ResendFailures.RunExists(identity.Name));
    }

    /// <inheritdoc/>
    public Task AddAsync(LedgerRun run, IReadOnlyList<ResendTarget> people, CancellationToken cancellation) =>
        WriteAsync((connection, token) => RunStatements.Add(run, people).ExecuteAsync(connection, token), cancellation);

    /// <inheritdoc/>
    public async Task JoinAsync(LedgerRun run, CancellationToken cancellation)
    {
        await RefuseClockSetBackAsync(cancellation);
        List<WorkerIdentity> others = await ReadAsync(
            (connection, token) => RunStatements.Workers(run).ReadAsync(connection, RunStatements.ReadWorker, token), cancellation);
        Guid[] gone = [.. others.Where(other => other.IsGone()).Select(other => other.Id)];
        await WriteAsync(
            async (connection, token) =>
            {
                await RunStatements.Enter(run, _worker, Now).ExecuteAsync(connection, token);
                await RunStatements.FreeDead(run, _worker, Now, Now - Lease, gone).ExecuteAsync(connection, token);
                return await RunStatements.SetState(run, OptInResendRunState.Running, "", null, Now).ExecuteAsync(connection, token);
            },
            cancellation);
    }

    /// <inheritdoc/>
    public Task<OptInResendRunState> BeatAsync(LedgerRun run, CancellationToken cancellation) => WriteAsync(
        async (connection, token) =>
        {
            await RunStatements.Beat(_worker, Now).ExecuteAsync(connection, token);
            await RunStatements.FreeDead(run, _worker, Now, Now - Lease, []).ExecuteAsync(connection, token);
            return Enum.Parse<OptInResendRunState>((string)(await RunStatements.Touch(run, Now).ScalarAsync(connection, token))!);
        },
        cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<LedgerItem>> ClaimAsync(LedgerRun run, int count, CancellationToken cancellation)
    {
        List<LedgerItem> claimed = await _patience.RunAsync(
            tried => _database.WriteAsync(
                async (connection, _, token) =>
                {
                    // Of a claim whose answer was lost nobody knows: it is given back, with what we hold. Who of those is begun afterwards is refused.
                    if (tried > 0)
                        await RunStatements.GiveBack(run, _worker).ExecuteAsync(connection, token);
                    return await ItemStatements.Claim(run, _worker, count, Now).ReadAsync(connection, ItemStatements.Read, token);
                },
                cancellation),
            cancellation);
        return [.. claimed.OrderBy(item => item.NextAt).ThenBy(item => item.Place)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<BeginVerdict>> MarkAsync(
        LedgerRun run, IReadOnlyList<OutcomeMark> outcomes, IReadOnlyList<Guid> begins, BeginRule rule, CancellationToken cancellation) =>
        WriteAsync<IReadOnlyList<BeginVerdict>>(
            async (connection, token) =>
            {
                List<LedgerCommand> commands = [MarkStatements.WaitForDisk()];
                if (outcomes.Count > 0)
                    commands.Add(MarkStatements.End(_server, run, _worker, outcomes));
                if (begins.Count > 0)
                    commands.AddRange([AccountStatements.Lock(run), MarkStatements.Begin(_server, run, _worker, begins, rule)]);
                return await LedgerCommand.ReadOneOfAsync(commands, connection, MarkStatements.VerdictResult, row => (BeginVerdict)row.GetInt32(0), token);
            },
            cancellation);

    /// <inheritdoc/>
    public Task<DateTimeOffset> ReserveAsync(LedgerRun run, int count, TimeSpan interval, CancellationToken cancellation) => WriteAsync(
        async (connection, token) => (await LedgerCommand.ReadOneOfAsync(
            [AccountStatements.Lock(run), AccountStatements.Reserve(run, interval * count, Now)], connection, AccountStatements.ReserveResult,
            row => DatabaseTime.At(row, 0)!.Value, token))[0],
        cancellation);

    /// <inheritdoc/>
    public Task LeaveAsync(LedgerRun run, OptInResendRunState state, string reason, DateTimeOffset? nextAt, CancellationToken cancellation) => WriteAsync(
        async (connection, token) =>
        {
            await RunStatements.GiveBack(run, _worker).ExecuteAsync(connection, token);
            await RunStatements.Leave(_worker, Now).ExecuteAsync(connection, token);
            return await RunStatements.SetState(run, state, reason, nextAt, Now).ExecuteAsync(connection, token);
        },
        cancellation);

    /// <inheritdoc/>
    public Task StepOutAsync(LedgerRun run, string reason, CancellationToken cancellation) => WriteAsync(
        async (connection, token) =>
        {
            await RunStatements.GiveBack(run, _worker).ExecuteAsync(connection, token);
            await RunStatements.Leave(_worker, Now).ExecuteAsync(connection, token);
            return await RunStatements.StopUnlessOthers(run, reason, Now, Now - Lease).ExecuteAsync(connection, token);
        },
        cancellation);

    /// <inheritdoc/>
    public Task SetStateAsync(LedgerRun run, OptInResendRunState state, string reason, CancellationToken cancellation) =>
        WriteAsync((connection, token) => RunStatements.SetState(run, state, reason, null, Now).ExecuteAsync(connection, token), cancellation);

    /// <inheritdoc/>
    public Task RetryInDoubtAsync(LedgerRun run, CancellationToken cancellation) =>
        WriteAsync((connection, token) => ItemStatements.RetryInDoubt(run).ExecuteAsync(connection, token), cancellation);

    /// <inheritdoc/>
    public Task<LedgerFigures> CountAsync(LedgerRun run, CancellationToken cancellation) => ReadAsync(
        async (connection, token) => ItemStatements.ReadFigures(await ItemStatements.Count(run).ReadAsync(connection, ItemStatements.ReadCount, token)), cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerItem> ItemsAsync(LedgerRun run, IReadOnlyCollection<LedgerState> states, [EnumeratorCancellation] CancellationToken cancellation)
    {
        short[] wanted = [.. states.Select(state => (short)state)];
        LedgerItem? after = null;
        List<LedgerItem> page;
        do
        {
            page = await ReadAsync((connection, token) => ItemStatements.Page(run, after, wanted, PageSize).ReadAsync(connection, ItemStatements.Read, token), cancellation);
            foreach (LedgerItem item in page)
                yield return item;
            after = page.LastOrDefault();
        }
        while (page.Count == PageSize);
    }

    /// <inheritdoc/>
    public async Task<int> UsedAsync(string account, DateTimeOffset since, CancellationToken cancellation) => Convert.ToInt32(
        await ReadAsync((connection, token) => AccountStatements.Used(account, since).ScalarAsync(connection, token), cancellation), CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, LedgerPerson>> PeopleAsync(IReadOnlyList<Guid> people, CancellationToken cancellation) => (await ReadAsync(
        (connection, token) => ItemStatements.People(_server, [.. people]).ReadAsync(connection, ItemStatements.ReadPerson, token), cancellation))
        .ToDictionary(pair => pair.Uuid, pair => pair.Person);

    /// <summary>Takes a run over from a journal, in one transaction; one that is here already is left as it is.</summary>
    /// <param name="run">The run.</param>
    /// <param name="items">Its people, and when the mails of those were begun whose outcome is not known.</param>
    /// <param name="begins">When its mails were begun: what its account has used.</param>
    /// <param name="cancellation">Ends the work; then nothing is taken over.</param>
    public Task ImportAsync(
        LedgerRun run, IReadOnlyList<(LedgerItem Item, DateTimeOffset? BegunAt)> items, IReadOnlyList<DateTimeOffset> begins, CancellationToken cancellation) => WriteAsync(
        async (connection, token) =>
        {
            await RunStatements.Account(run.Identity.Account).ExecuteAsync(connection, token);
            if (await ImportStatements.Run(_server, run, Now).ScalarAsync(connection, token) is not long id)
                return false;
            foreach ((LedgerItem Item, DateTimeOffset? BegunAt)[] page in items.Chunk(PageSize))
                await ImportStatements.Items(id, page).ExecuteAsync(connection, token);
            await ImportStatements.People(_server, id).ExecuteAsync(connection, token);
            await ImportStatements.Use(id, begins).ExecuteAsync(connection, token);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _ownsDatabase ? _database.DisposeAsync() : ValueTask.CompletedTask;

    private async Task RefuseClockSetBackAsync(CancellationToken cancellation)
    {
        List<DateTimeOffset?> latest = await ReadAsync(
            (connection, token) => _runs.LatestTime().ReadAsync(connection, row => DatabaseTime.At(row, 0), token), cancellation);
        LedgerClock.RefuseSetBack(Now, latest[0], Place);
    }

    private Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        _patience.RunAsync(_ => _database.ReadAsync(read, cancellation), cancellation);

    private Task<T> WriteAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> write, CancellationToken cancellation) =>
        _patience.RunAsync(_ => _database.WriteAsync((connection, _, token) => write(connection, token), cancellation), cancellation);
}
