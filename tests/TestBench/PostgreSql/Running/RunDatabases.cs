using Npgsql;

namespace ListmonkPS.TestBench.PostgreSql.Running;

/// <summary>The databases that runs of the bench have made in a server that was given.</summary>
internal static class RunDatabases
{
    private const string Prefix = "listmonkps_";
    private const int RunLength = 16;

    /// <summary>How the names of a run's databases begin.</summary>
    public static string PrefixOf(string run) => $"{Prefix}{run}_";

    /// <summary>The connection string of the connection that says that a run lives.</summary>
    public static string SignOf(string access, string run) =>
        new NpgsqlConnectionStringBuilder(access) { ApplicationName = Prefix + run, Pooling = false, KeepAlive = 30 }.ConnectionString;

    /// <summary>Drops the databases of runs that no connection speaks for; of this role only, as only these are sure to be visible.</summary>
    public static async Task SweepAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Left = """
            SELECT d.datname FROM pg_database d
            WHERE d.datname ~ '^listmonkps_[0-9a-f]{16}_' AND d.datdba = (SELECT oid FROM pg_roles WHERE rolname = current_user)
              AND NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.application_name = left(d.datname, $1))
            """;
        await using NpgsqlCommand command = new(Left, connection) { Parameters = { new() { Value = Prefix.Length + RunLength } } };
        await DropAllAsync(command, ct);
    }

    /// <summary>Drops the databases of one run.</summary>
    public static async Task DropAsync(NpgsqlConnection connection, string run, CancellationToken ct)
    {
        await using NpgsqlCommand command = new("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", connection)
        {
            Parameters = { new() { Value = PrefixOf(run) } },
        };
        await DropAllAsync(command, ct);
    }

    private static async Task DropAllAsync(NpgsqlCommand names, CancellationToken ct)
    {
        List<string> databases = [];
        await using (NpgsqlDataReader reader = await names.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct)) databases.Add(reader.GetString(0));
        }

        foreach (string database in databases)
        {
            await using NpgsqlCommand drop = new($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)", names.Connection);
            await drop.ExecuteNonQueryAsync(ct);
        }
    }
}
