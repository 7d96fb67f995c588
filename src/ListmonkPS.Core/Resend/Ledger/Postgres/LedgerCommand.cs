using Npgsql;

namespace ListmonkPS.Core.Resend.Ledger.Postgres;

/// <summary>A statement of the ledger with its parameters.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record LedgerCommand(string Sql, params (string Name, object Value)[] Parameters)
{
    /// <summary>Runs it and gives the number of rows.</summary>
    public async Task<int> ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = On(connection);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Runs it and gives the first value; null for no row and for null.</summary>
    public async Task<object?> ScalarAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = On(connection);
        return await command.ExecuteScalarAsync(cancellation) is var value && value is DBNull ? null : value;
    }

    /// <summary>Runs it and reads every row.</summary>
    public async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = On(connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Runs several on one trip to the server, and reads every row of one of their results.</summary>
    /// <param name="commands">The statements, in order.</param>
    /// <param name="connection">An open connection.</param>
    /// <param name="result">Which of those results is read that have columns, from 1.</param>
    /// <param name="row">Reads a row.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<List<T>> ReadOneOfAsync<T>(
        IEnumerable<LedgerCommand> commands, NpgsqlConnection connection, int result, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using NpgsqlBatch batch = new(connection);
        foreach (LedgerCommand command in commands)
        {
            NpgsqlBatchCommand one = new(command.Sql);
            foreach ((string name, object value) in command.Parameters)
                one.Parameters.AddWithValue(name, value);
            batch.BatchCommands.Add(one);
        }

        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        int number = 0;
        do
        {
            if (++number != result)
                continue;
            while (await reader.ReadAsync(cancellation))
                rows.Add(row(reader));
        }
        while (await reader.NextResultAsync(cancellation));
        return rows;
    }

    private NpgsqlCommand On(NpgsqlConnection connection)
    {
        NpgsqlCommand command = new(Sql, connection);
        foreach ((string name, object value) in Parameters)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
