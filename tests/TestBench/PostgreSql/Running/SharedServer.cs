using System.Security.Cryptography;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Watching;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>
/// A server that was given. All databases of this run have its number in their names; a connection that bears the number as its application
/// name says, for as long as it is open, that the run lives.
/// </summary>
internal sealed class SharedServer : IServer
{
    private readonly NpgsqlConnection _sign;
    private readonly Watchdog _watchdog;

    private SharedServer(NpgsqlConnectionStringBuilder access, string run, NpgsqlConnection sign, Watchdog watchdog)
    {
        Access = access;
        DatabasePrefix = RunDatabases.PrefixOf(run);
        _sign = sign;
        _watchdog = watchdog;
    }

    /// <inheritdoc/>
    public NpgsqlConnectionStringBuilder Access { get; }

    /// <inheritdoc/>
    public string DatabasePrefix { get; }

    /// <summary>None: copying files makes the server write all that it has in memory, for all its users, twice.</summary>
    public string CloneOptions => "";

    /// <inheritdoc/>
    public string? Folder => null;

    /// <inheritdoc/>
    public int WatchdogProcessId => _watchdog.ProcessId;

    /// <summary>Connects, and drops what dead runs left.</summary>
    /// <exception cref="InvalidOperationException">The role may not create databases.</exception>
    public static async Task<SharedServer> OpenAsync(string connectionString, IMachine machine, CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder access = new(connectionString);
        string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        Watchdog watchdog = await Watchdog.StartAsync(machine, ["watchdog-databases", run], access.ConnectionString, ct);
        NpgsqlConnection sign = new(RunDatabases.SignOf(access, run));
        try
        {
            await sign.OpenAsync(ct);
            await RequireRightAsync(sign, ct);
            await RunDatabases.SweepAsync(sign, ct);
            return new SharedServer(access, run, sign, watchdog);
        }
        catch
        {
            await sign.DisposeAsync();
            await watchdog.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void End()
    {
        _sign.Dispose();
        _watchdog.End();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _sign.DisposeAsync();
        await _watchdog.DisposeAsync();
    }

    private static async Task RequireRightAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using NpgsqlCommand command = new("SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = current_user", connection);
        if (await command.ExecuteScalarAsync(ct) is not true)
        {
            throw new InvalidOperationException($"The role {connection.UserName} of the given server may not create databases: "
                + "ALTER ROLE ... CREATEDB, or name another role in the connection string.");
        }
    }
}
