using ListmonkPS.Core.Listmonk.OptIn.Funnel;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts sign-ups by list and period, in one pass over the subscriptions of the lists.</summary>
internal static class PeriodQuery
{
    private const string Periods = """
        WITH row AS (
            SELECT sl.list_id, sl.status, s.status = 'enabled'::subscriber_status AS enabled,
                   date_part('epoch', sl.created_at) AS at, date_part('epoch', sl.updated_at) - date_part('epoch', sl.created_at) AS waited,
                   (@offsets)[width_bucket(date_part('epoch', sl.created_at), @changes) + 1] AS zone,
                   count(*) OVER (PARTITION BY date_trunc('second', sl.created_at)) AS together
            FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
            WHERE sl.list_id = ANY(@lists) AND sl.created_at >= @since AND sl.created_at < @before
        )
        SELECT list_id, floor((floor(at) + zone - @phase) / @width)::bigint AS slot, CASE WHEN @tells THEN zone ELSE 0 END AS tells,
               count(*) FILTER (WHERE status = 'confirmed' AND waited > 0 AND together < @import),
               count(*) FILTER (WHERE status = 'confirmed' AND waited > 0 IS NOT TRUE AND together < @import),
               count(*) FILTER (WHERE status = 'confirmed' AND waited > 0 AND waited <= 86400 AND together < @import),
               count(*) FILTER (WHERE status = 'unconfirmed' AND enabled AND together < @import),
               count(*) FILTER (WHERE status = 'unconfirmed' AND NOT enabled AND together < @import),
               count(*) FILTER (WHERE status = 'unsubscribed' AND together < @import),
               count(*) FILTER (WHERE together >= @import),
               percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY waited)
                   FILTER (WHERE status = 'confirmed' AND waited > 0 AND together < @import)
        FROM row GROUP BY 1, 2, 3
        """;

    /// <summary>The counts, in no order.</summary>
    public static async Task<IReadOnlyList<PeriodCount>> ReadAsync(
        NpgsqlConnection connection, SignUpSelection selection, PeriodGrid grid, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Periods, connection) { CommandTimeout = 0 }; // PostgreSQL ends it at the bound
        AddTo(command, selection, grid);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<PeriodCount> counts = [];
        while (await reader.ReadAsync(cancellation))
        {
            counts.Add(new PeriodCount(reader.GetInt32(0), reader.GetInt64(1), reader.GetInt32(2))
            {
                Confirmed = reader.GetInt64(3),
                ConfirmedAtOnce = reader.GetInt64(4),
                WithinDay = reader.GetInt64(5),
                Waiting = reader.GetInt64(6),
                Blocked = reader.GetInt64(7),
                Unsubscribed = reader.GetInt64(8),
                Imported = reader.GetInt64(9),
                Percentiles = reader.IsDBNull(10) ? null : reader.GetFieldValue<double[]>(10),
            });
        }

        return counts;
    }

    private static void AddTo(NpgsqlCommand command, SignUpSelection selection, PeriodGrid grid)
    {
        command.Parameters.AddWithValue("lists", selection.Lists);
        command.Parameters.AddWithValue("since", selection.Since.UtcDateTime);
        command.Parameters.AddWithValue("before", selection.Before.UtcDateTime);
        command.Parameters.AddWithValue("changes", grid.Changes);
        command.Parameters.AddWithValue("offsets", grid.Offsets);
        command.Parameters.AddWithValue("phase", grid.Phase);
        command.Parameters.AddWithValue("width", (double)grid.Seconds);
        command.Parameters.AddWithValue("tells", grid.TellsOffsets);
        command.Parameters.AddWithValue("import", SignUpRows.InImport);
    }
}
