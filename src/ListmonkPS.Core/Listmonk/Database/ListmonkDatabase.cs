using System.Data;
using System.Globalization;
using ListmonkPS.Core.Listmonk.Database.Troubles;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>
/// listmonk's database: short transactions on at most two connections, since listmonk itself waits without a bound when PostgreSQL has none left.
/// Every method throws <see cref="FailureException"/> when it does not succeed.
/// </summary>
internal sealed class ListmonkDatabase : IAsyncDisposable
{
    private const int MaxConnections = 2;

    /// <summary>Bytes that are taken from the server at once: of very many rows each wait for the next piece is felt.</summary>
    private const int ReadBuffer = 65_536;

    private readonly NpgsqlConnectionStringBuilder _connection;
    private readonly NpgsqlDataSource _source;
    private readonly DatabaseTrouble _trouble;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    /// <summary>Makes the client; nothing is sent yet.</summary>
    /// <param name="connection">How to reach the database; with the password, if there is one.</param>
    /// <param name="timeout">Bound of connecting, and again of each transaction.</param>
    /// <param name="time">Clock.</param>
    public ListmonkDatabase(NpgsqlConnectionStringBuilder connection, TimeSpan timeout, TimeProvider time)
    {
        _timeout = timeout;
        _time = time;
        NpgsqlConnectionStringBuilder own = new(connection.ConnectionString)
        {
            ApplicationName = "ListmonkPS",
            MaxPoolSize = MaxConnections,
            MinPoolSize = 0,
            Timeout = (int)Math.Clamp(Math.Ceiling(timeout.TotalSeconds), 1, 1024),
            CommandTimeout = (int)Math.Clamp(Math.Ceiling(timeout.TotalSeconds) + 1, 1, int.MaxValue), // PostgreSQL's own bound comes first
            ReadBufferSize = ReadBuffer,
            CancellationTimeout = 200, // milliseconds; a server that does not take part in cancelling is left behind
            IncludeErrorDetail = false, // details hold row values
        };
        _connection = own;
        _trouble = new DatabaseTrouble(own);
        _source = NpgsqlDataSource.Create(own);
    }

    /// <summary>Where the database is, as host:port/name; never a password.</summary>
    public string Place => _trouble.Place;

    /// <summary>The role that we log in as; null when the system decides.</summary>
    public string? User => _connection.Username;

    /// <summary>Name of the database; null when it is that of the role.</summary>
    public string? Name => _connection.Database;

    /// <summary>How many connections listmonk itself opens at most, as its configuration says; null for no bound, or when no configuration was given.</summary>
    public int? MostOpenOfListmonk { get; init; }

    /// <summary>Reads within a short READ ONLY transaction that has a statement timeout.</summary>
    /// <param name="read">Reads; must not keep the connection.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        ReadAsync(read, _timeout, cancellation);

    /// <summary>The same with a bound of its own, for what counts all rows: its commands must have no bound of Npgsql's, since PostgreSQL's holds.</summary>
    /// <param name="read">Reads; must not keep the connection.</param>
    /// <param name="bound">Bound of the statement, and again of the whole.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, TimeSpan bound, CancellationToken cancellation) => RunAsync(
        "SET TRANSACTION READ ONLY;",
        bound,
        async (connection, transaction, token) =>
        {
            T result = await read(connection, token);
            await transaction.RollbackAsync(token);
            return result;
        },
        cancellation);

    /// <summary>Writes within one transaction that has a statement timeout; it is committed when the work returns.</summary>
    /// <param name="write">Writes; must not keep the connection.</param>
    /// <param name="cancellation">Ends the wait and the statement; what is committed stays.</param>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, NpgsqlTransaction, CancellationToken, Task<T>> write, CancellationToken cancellation) => RunAsync(
        "",
        _timeout,
        async (connection, transaction, token) =>
        {
            T result = await write(connection, transaction, token);
            await CommitAsync(transaction, token);
            return result;
        },
        cancellation);

    /// <summary>All settings rows by key, secrets included.</summary>
    public Task<IReadOnlyDictionary<string, SettingRow>> ReadSettingRowsAsync(CancellationToken cancellation) =>
        ReadAsync(SettingQuery.ReadAsync, cancellation);

    /// <summary>All lists, ascending by number.</summary>
    public Task<IReadOnlyList<ListRow>> ReadListsAsync(CancellationToken cancellation) => ReadAsync(ListQuery.ReadAsync, cancellation);

    /// <summary>Who waits for confirmation, in figures.</summary>
    public Task<WaitingSummary> ReadWaitingAsync(CancellationToken cancellation) => ReadAsync(WaitingQuery.ReadAsync, cancellation);

    /// <summary>A first look: is listmonk here, which version, what may this role do. Missing tables and rights are told in the result, not thrown.</summary>
    public Task<DatabaseInfo> ProbeAsync(CancellationToken cancellation) =>
        ReadAsync((connection, token) => ProbeQuery.ReadAsync(connection, Place, token), cancellation);

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task<T> RunAsync<T>(
        string mode, TimeSpan bound, Func<NpgsqlConnection, NpgsqlTransaction, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using NpgsqlTransaction transaction = await BeginAsync(mode, bound, cancellation);
        await using NpgsqlConnection connection = transaction.Connection!;
        return await BoundedAsync(token => work(connection, transaction, token), bound, cancellation);
    }

    /// <summary>
    /// Begins a transaction on a connection that lives: one from the pool may have died since (restart of the server, firewall), which shows at its first use only.
    /// </summary>
    private async Task<NpgsqlTransaction> BeginAsync(string mode, TimeSpan bound, CancellationToken cancellation)
    {
        for (int left = MaxConnections; ; left--)
        {
            NpgsqlConnection connection = await OpenAsync(cancellation);
            try
            {
                return await BoundedAsync(token => BeginOnAsync(connection, mode, bound, token), _timeout, cancellation);
            }
            catch
            {
                bool hasDied = connection.FullState.HasFlag(ConnectionState.Broken) || connection.State == ConnectionState.Closed;
                await connection.DisposeAsync();
                if (left == 0 || !hasDied || cancellation.IsCancellationRequested)
                    throw;
            }
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await Deadline.RunAsync(
                _timeout, _time, () => _trouble.ConnectLate(_timeout), OpenOrCloseAsync, cancellation);
        }
        catch (Exception exception) when (exception is not (FailureException or OperationCanceledException))
        {
            throw new FailureException(_trouble.OfConnect(exception), exception);
        }
    }

    /// <summary>Npgsql does not obey its token while it logs in; a connection that comes when nobody waits for it any more is given back.</summary>
    private async Task<NpgsqlConnection> OpenOrCloseAsync(CancellationToken cancellation)
    {
        NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellation);
        if (!cancellation.IsCancellationRequested)
            return connection;
        await connection.DisposeAsync();
        throw new OperationCanceledException(cancellation);
    }

    private static async Task<NpgsqlTransaction> BeginOnAsync(
        NpgsqlConnection connection, string mode, TimeSpan bound, CancellationToken cancellation)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        string milliseconds = ((long)bound.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await using NpgsqlCommand command = new(
            $"{mode} SET LOCAL statement_timeout = {milliseconds}; SET LOCAL lock_timeout = {milliseconds}", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        return transaction;
    }

    private async Task<T> BoundedAsync<T>(Func<CancellationToken, Task<T>> work, TimeSpan bound, CancellationToken cancellation)
    {
        try
        {
            return await Deadline.RunAsync(bound, _time, () => DatabaseFailures.DatabaseTimeout(Place, bound), work, cancellation);
        }
        catch (Exception exception) when (DatabaseTrouble.IsDatabases(exception))
        {
            throw new FailureException(_trouble.OfStatement(exception, bound), exception);
        }
    }

    /// <summary>From here on a lost connection leaves open whether the change is stored.</summary>
    private async Task CommitAsync(NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        try
        {
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception exception) when (exception is not PostgresException)
        {
            throw new FailureException(DatabaseFailures.DatabaseWriteInDoubt(Place), exception);
        }
    }
}
