using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase.Waiting;

/// <summary>Counts who waits by the minute of the sign-up: everybody on the wanted lists, also those whom other filters leave out.</summary>
internal static class BurstQuery
{
    /// <summary>The bursts among the people of a selection.</summary>
    public static async Task<SignUpBursts> ReadAsync(NpgsqlConnection connection, DueSelection selection, CancellationToken cancellation)
    {
        WaitingRows rows = new(selection);
        SignUpBursts bursts = new();
        if (!await HasFullMinuteAsync(connection, rows, cancellation))
            return bursts;
        string sql = $"""
            SELECT date_trunc('minute', oldest), count(*)::int FROM (
                SELECT {WaitingRows.Oldest} AS oldest {WaitingRows.Rows} {rows.NotBounced} GROUP BY sl.subscriber_id {rows.Having}
            ) people
            GROUP BY 1
            """;
        await using NpgsqlCommand command = rows.Command(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            bursts.Add(reader.GetDateTime(0), reader.GetInt32(1));
        return bursts;
    }

    /// <summary>Whether any minute has rows enough for a burst: a person has one row at least in the minute that counts. It is a fraction of the work, and mostly the end of it.</summary>
    private static async Task<bool> HasFullMinuteAsync(NpgsqlConnection connection, WaitingRows rows, CancellationToken cancellation)
    {
        const string Sql = $"""
            SELECT 1 {WaitingRows.OfAnybody} GROUP BY date_trunc('minute', sl.created_at AT TIME ZONE 'UTC') HAVING count(*) >= @fewest LIMIT 1
            """;
        await using NpgsqlCommand command = rows.Command(Sql, connection);
        command.Parameters.AddWithValue("fewest", SignUpBursts.Fewest);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }
}
