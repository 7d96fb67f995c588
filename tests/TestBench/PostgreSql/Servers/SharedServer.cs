using ListmonkPS.TestBench.PostgreSql.Locating;
using ListmonkPS.TestBench.PostgreSql.Machine;
using ListmonkPS.TestBench.PostgreSql.Watching;
using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Servers;

/// <summary>A server that was given, and that others may use too.</summary>
internal sealed class SharedServer : IServer
{
    private readonly Watchdog _watchdog;

    private SharedServer(Watchdog watchdog, NpgsqlConnectionStringBuilder access)
    {
        _watchdog = watchdog;
        Access = access;
    }

    /// <inheritdoc/>
    public NpgsqlConnectionStringBuilder Access { get; }

    /// <inheritdoc/>
    public string DatabasePrefix => _watchdog.Report;

    /// <summary>None: copying files makes the server write all that it has in memory, for all its users, twice.</summary>
    public string CloneOptions => "";

    /// <inheritdoc/>
    public string? Folder => null;

    /// <inheritdoc/>
    public int WatchdogProcessId => _watchdog.ProcessId;

    /// <summary>Connects.</summary>
    /// <exception cref="InvalidOperationException">It cannot be reached, or the role may not create databases.</exception>
    /// <exception cref="FormatException">The connection string is none.</exception>
    public static async Task<SharedServer> OpenAsync(string connectionString, IMachine machine, CancellationToken ct)
    {
        NpgsqlConnectionStringBuilder access = Read(connectionString);
        return new SharedServer(await Watchdog.StartAsync(machine, ["watchdog", "databases"], access.ConnectionString, ct), access);
    }

    /// <inheritdoc/>
    public void End() => _watchdog.End();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _watchdog.DisposeAsync();

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException)
        {
            // Without what Npgsql says: it quotes pieces of the string, and a piece may be of the password.
            throw new FormatException($"{GivenServerSource.VariableName} is not a connection string for Npgsql "
                + "(Host=...;Port=...;Username=...;Password=...;Database=...).");
        }
    }
}
