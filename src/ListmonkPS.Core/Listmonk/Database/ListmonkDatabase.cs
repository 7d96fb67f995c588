using System.Globalization;
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
            CancellationTimeout = 200, // milliseconds; a server that does not take part in cancelling is left behind
            IncludeErrorDetail = false, // details hold row values
        };
        _trouble = new DatabaseTrouble(own);
        _source = NpgsqlDataSource.Create(own);
    }

    /// <summary>Where the database is, as host:port/name; never a password.</summary>
    public string Place => _trouble.Place;

    /// <summary>Reads within a short READ ONLY transaction that has a statement timeout.</summary>
    /// <param name="read">Reads; must not keep the connection.</param>
    /// <param name="cancellation">Ends the wait and the statement.</param>
    public Task<T> ReadAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> read, CancellationToken cancellation) =>
        WithConnectionAsync(
            async (connection, token) =>
            {
                await using NpgsqlTransaction transaction = await BeginAsync(connection, "SET TRANSACTION READ ONLY;", token);
                T result = await read(connection, token);
                await transaction.RollbackAsync(token);
                return result;
            },
            cancellation);

    /// <summary>Writes within one transaction that has a statement timeout; it is committed when the work returns.</summary>
    /// <param name="write">Writes; must not keep the connection.</param>
    /// <param name="cancellation">Ends the wait and the statement; what is committed stays.</param>
    public Task<T> WriteAsync<T>(Func<NpgsqlConnection, NpgsqlTransaction, CancellationToken, Task<T>> write, CancellationToken cancellation) =>
        WithConnectionAsync(
            async (connection, token) =>
            {
                await using NpgsqlTransaction transaction = await BeginAsync(connection, "", token);
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

    private async Task<T> WithConnectionAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        await using NpgsqlConnection connection = await OpenAsync(cancellation);
        try
        {
            return await Deadline.RunAsync(
                _timeout, _time, () => DatabaseFailures.DatabaseTimeout(Place, _timeout), token => work(connection, token), cancellation);
        }
        catch (Exception exception) when (exception is not (FailureException or OperationCanceledException))
        {
            throw new FailureException(_trouble.OfStatement(exception, _timeout), exception);
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellation)
    {
        try
        {
            return await Deadline.RunAsync(
                _timeout, _time, () => _trouble.ConnectLate(_timeout), token => _source.OpenConnectionAsync(token).AsTask(), cancellation);
        }
        catch (Exception exception) when (exception is not (FailureException or OperationCanceledException))
        {
            throw new FailureException(_trouble.OfConnect(exception), exception);
        }
    }

    private async Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, string mode, CancellationToken cancellation)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellation);
        string bound = ((long)_timeout.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await using NpgsqlCommand command = new(
            $"{mode} SET LOCAL statement_timeout = {bound}; SET LOCAL lock_timeout = {bound}", connection, transaction);
        await command.ExecuteNonQueryAsync(cancellation);
        return transaction;
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
