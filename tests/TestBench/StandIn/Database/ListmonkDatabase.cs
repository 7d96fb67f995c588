using Npgsql;

namespace ListmonkPS.TestBench.StandIn.Database;

/// <summary>The world's database as the stand-in uses it: plain SQL, one call a statement.</summary>
internal sealed class ListmonkDatabase(NpgsqlDataSource source)
{
    /// <summary>Rows of a query, each read by <paramref name="read"/>.</summary>
    public async Task<List<T>> QueryAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using NpgsqlCommand command = Command(sql, parameters);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>First column of the first row; default when there is no row or the column is null.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using NpgsqlCommand command = Command(sql, parameters);
        return await command.ExecuteScalarAsync(ct) is T value ? value : default;
    }

    /// <summary>Runs a statement and gives the number of rows it changed.</summary>
    public async Task<int> ExecuteAsync(string sql, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using NpgsqlCommand command = Command(sql, parameters);
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>As <see cref="QueryAsync"/>, but in a transaction that cannot write: for SQL that came in a request (G16).</summary>
    public async Task<List<T>> QueryReadOnlyAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params (string Name, object Value)[] parameters)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
        await using NpgsqlCommand fence = new("set transaction read only", connection, transaction);
        await fence.ExecuteNonQueryAsync(ct);
        await using NpgsqlCommand command = new(sql, connection, transaction);
        Fill(command, parameters);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        List<T> rows = [];
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        return rows;
    }

    private NpgsqlCommand Command(string sql, (string Name, object Value)[] parameters)
    {
        NpgsqlCommand command = source.CreateCommand(sql);
        Fill(command, parameters);
        return command;
    }

    private static void Fill(NpgsqlCommand command, (string Name, object Value)[] parameters)
    {
        foreach ((string name, object value) in parameters)
            command.Parameters.AddWithValue(name, value);
    }
}
