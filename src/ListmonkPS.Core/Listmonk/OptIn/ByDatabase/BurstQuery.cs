using ListmonkPS.Core.Listmonk.OptIn.Due;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts who waits by the minute of the sign-up: everybody on the wanted lists, also those whom other filters leave out.</summary>
internal static class BurstQuery
{
    /// <summary>The bursts among the people of a selection.</summary>
    public static async Task<SignUpBursts> ReadAsync(NpgsqlConnection connection, DueSelection selection, CancellationToken cancellation)
    {
        WaitingRows rows = new(selection);
        string sql = $"""
            SELECT date_trunc('minute', oldest), count(*)::int FROM (
                SELECT {WaitingRows.Oldest} AS oldest {WaitingRows.Rows} {rows.NotBounced} GROUP BY sl.subscriber_id {rows.Having}
            ) people
            GROUP BY 1
            """;
        await using NpgsqlCommand command = rows.Command(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        SignUpBursts bursts = new();
        while (await reader.ReadAsync(cancellation))
            bursts.Add(reader.GetDateTime(0), reader.GetInt32(1));
        return bursts;
    }
}
