using System.Security.Cryptography;
using ListmonkPS.TestBench.PostgreSql.Running;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Watching;

/// <summary>
/// The databases of one run in a server that was given. All have the run's number in their names; an open connection that bears the number as
/// its application name says that the run lives.
/// </summary>
internal sealed class WatchedDatabases : IWatched
{
    private readonly string _access;
    private readonly string _run;
    private readonly NpgsqlConnection _sign;

    private WatchedDatabases(string access, string run, NpgsqlConnection sign)
    {
        _access = access;
        _run = run;
        _sign = sign;
    }

    /// <summary>How the names of the run's databases begin.</summary>
    public string Report => RunDatabases.PrefixOf(_run);

    /// <summary>Connects, and drops what dead runs left.</summary>
    /// <exception cref="InvalidOperationException">The role may not create databases.</exception>
    public static async Task<IWatched> StartAsync(string connectionString, CancellationToken ct)
    {
        string run = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        NpgsqlConnection sign = new(RunDatabases.SignOf(connectionString, run));
        try
        {
            await sign.OpenAsync(ct);
            await RequireRightAsync(sign, ct);
            await RunDatabases.SweepAsync(sign, ct);
            return new WatchedDatabases(connectionString, run, sign);
        }
        catch
        {
            await sign.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // By a new connection: the sign may have been idle for hours, and who knows what is between us and the server.
        await using (NpgsqlConnection connection = new(_access))
        {
            await connection.OpenAsync();
            await RunDatabases.DropAsync(connection, _run, CancellationToken.None);
        }

        await _sign.DisposeAsync();
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
