using ListmonkPS.Core.Listmonk.OptIn.Funnel;
using Npgsql;
using NpgsqlTypes;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>Counts the people whom breaks hit. The cost grows with the unconfirmed rows, not with all subscribers.</summary>
internal static class HitQuery
{
    private const string Hit = """
        WITH row AS (
            SELECT sl.subscriber_id, sl.list_id, sl.created_at, lower(split_part(s.email, '@', 2)) AS domain,
                   floor((date_part('epoch', sl.created_at)
                       + (@offsets)[width_bucket(date_part('epoch', sl.created_at), @changes) + 1]) / 3600)::bigint % 24 AS hour,
                   count(*) OVER (PARTITION BY date_trunc('second', sl.created_at)) AS together
            FROM subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id
            WHERE sl.status = 'unconfirmed'::subscription_status AND sl.list_id = ANY(@lists) AND s.status = 'enabled'::subscriber_status
              AND sl.created_at >= @since AND sl.created_at < @before
        )
        SELECT part.place, count(DISTINCT row.subscriber_id)
        FROM unnest(@sinces, @untils, @ofLists, @ofDomains, @ofHours) WITH ORDINALITY AS part(since, until, list, domain, hour, place)
        JOIN row ON row.together < @import AND row.created_at >= part.since AND (part.until IS NULL OR row.created_at < part.until)
             AND (part.list IS NULL OR part.list = row.list_id) AND (part.domain IS NULL OR part.domain = row.domain)
             AND (part.hour IS NULL OR part.hour = row.hour)
        GROUP BY part.place
        """;

    /// <summary>The number of people of each part.</summary>
    public static async Task<IReadOnlyList<long>> ReadAsync(
        NpgsqlConnection connection, SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Hit, connection) { CommandTimeout = 0 }; // PostgreSQL ends it at the bound
        AddTo(command, selection, parts, hours);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        long[] people = new long[parts.Count];
        while (await reader.ReadAsync(cancellation))
            people[reader.GetInt64(0) - 1] = reader.GetInt64(1);
        return people;
    }

    private static void AddTo(NpgsqlCommand command, SignUpSelection selection, IReadOnlyList<HitPart> parts, PeriodGrid hours)
    {
        command.Parameters.AddWithValue("lists", selection.Lists);
        command.Parameters.AddWithValue("since", parts.Min(part => part.Since).UtcDateTime);
        command.Parameters.AddWithValue("before", selection.Before.UtcDateTime);
        command.Parameters.AddWithValue("changes", hours.Changes);
        command.Parameters.AddWithValue("offsets", hours.Offsets);
        command.Parameters.AddWithValue("import", SignUpRows.InImport);
        command.Parameters.AddWithValue("sinces", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, parts.Select(part => part.Since.UtcDateTime).ToArray());
        command.Parameters.AddWithValue("untils", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, parts.Select(part => part.Until?.UtcDateTime).ToArray());
        command.Parameters.AddWithValue("ofLists", NpgsqlDbType.Array | NpgsqlDbType.Integer, parts.Select(part => part.List).ToArray());
        command.Parameters.AddWithValue("ofDomains", NpgsqlDbType.Array | NpgsqlDbType.Text, parts.Select(part => part.Domain).ToArray());
        command.Parameters.AddWithValue("ofHours", NpgsqlDbType.Array | NpgsqlDbType.Integer, parts.Select(part => part.Hour).ToArray());
    }
}
