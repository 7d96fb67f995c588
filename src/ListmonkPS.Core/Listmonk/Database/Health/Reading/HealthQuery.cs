using System.Globalization;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database.Health.Reading;

/// <summary>Reads the health of a database, in one short transaction.</summary>
internal static class HealthQuery
{
    private const int RoundTrips = 3;

    /// <summary>Tables whose state matters to sign-ups; those with numbers of their own first.</summary>
    private static readonly string[] Tables = ["subscribers", "lists", "subscriber_lists", "settings"];

    /// <summary>Reads what the role may see.</summary>
    /// <param name="connection">An open connection in a read only transaction.</param>
    /// <param name="rights">What the role may read of listmonk's tables.</param>
    /// <param name="time">Clock of the round trip.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<DatabaseHealth> ReadAsync(
        NpgsqlConnection connection, DatabaseRights rights, TimeProvider time, CancellationToken cancellation)
    {
        DatabaseHealth health = await ReadServerAsync(connection, cancellation);
        health = health with
        {
            RoundTrip = await MeasureAsync(connection, time, cancellation),
            Sessions = await ReadAsync(connection, HealthSql.Sessions, Session, cancellation),
            Blocked = await ReadAsync(connection, HealthSql.Blocked, Blocked, cancellation),
            Tables = await ReadAsync(connection, HealthSql.Tables, Table, cancellation, ("names", Tables)),
        };
        List<SequenceRow> sequences = [];
        foreach (string table in Tables.Take(2).Where(rights.Readable.Contains))
        {
            string sql = HealthSql.Sequence.Replace("{0}", table, StringComparison.Ordinal);
            sequences.AddRange(await ReadAsync(connection, sql, reader => new SequenceRow(table, LongOr(reader, 0, 0), reader.GetInt64(1)), cancellation));
        }

        health = health with { Sequences = sequences };
        if (rights.MissingFor("subscribers", "subscriber_lists") is not null)
            return health;
        IReadOnlyList<(DateTimeOffset? Last, long Count)> signUps = await ReadAsync(
            connection, HealthSql.SignUps, reader => (DatabaseTime.At(reader, 0), reader.GetInt64(1)), cancellation);
        return health with { LastSignUp = signUps[0].Last, SignUpsOfDay = signUps[0].Count };
    }

    private static async Task<DatabaseHealth> ReadServerAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (await ReadAsync(connection, HealthSql.Server, reader => new DatabaseHealth
        {
            IsRecovering = reader.GetBoolean(0),
            ReadOnlyBy = TextOf(reader, 1),
            MostConnections = reader.GetInt32(2),
            SeesSessions = reader.GetBoolean(3),
            Owner = reader.GetString(4),
            Size = reader.IsDBNull(5) ? null : reader.GetInt64(5),
            DataFolder = TextOf(reader, 6),
        }, cancellation))[0];

    private static async Task<TimeSpan> MeasureAsync(NpgsqlConnection connection, TimeProvider time, CancellationToken cancellation)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int trip = 0; trip < RoundTrips; trip++)
        {
            long start = time.GetTimestamp();
            await using NpgsqlCommand command = new("SELECT 1", connection);
            await command.ExecuteScalarAsync(cancellation);
            TimeSpan took = time.GetElapsedTime(start);
            fastest = took < fastest ? took : fastest;
        }

        return fastest;
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using NpgsqlCommand command = new(sql, connection);
        foreach ((string name, object value) in parameters)
            command.Parameters.AddWithValue(name, value);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<T> rows = [];
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        return rows;
    }

    private static SessionRow Session(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), HarmlessText.Of(reader.GetString(1)), HarmlessText.Of(reader.GetString(2)), !reader.IsDBNull(3) && reader.GetBoolean(3),
        TextOf(reader, 4), SpanOf(reader, 5), SpanOf(reader, 6));

    private static BlockedRow Blocked(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), TextOf(reader, 1) is { } table ? HarmlessText.Of(table) : null, SpanOf(reader, 2), reader.GetFieldValue<int[]>(3));

    private static TableRow Table(NpgsqlDataReader reader) =>
        new(reader.GetString(0), reader.GetBoolean(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4));

    private static string? TextOf(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static long LongOr(NpgsqlDataReader reader, int column, long without) =>
        reader.IsDBNull(column) ? without : Convert.ToInt64(reader.GetValue(column), CultureInfo.InvariantCulture);

    private static TimeSpan? SpanOf(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : TimeSpan.FromSeconds(Math.Max(0, reader.GetDouble(column)));
}
