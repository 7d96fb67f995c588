using ListmonkPS.Core.Listmonk.OptIn.Breaks;
using ListmonkPS.Core.Listmonk.OptIn.Funnel;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.OptIn.ByDatabase;

/// <summary>
/// Counts people by quarter of an hour of their sign-up and by the time that they took to confirm, in one pass. Who signs up to several lists at once gets one
/// mail and counts once; what was made by the dozen in one second is an import.
/// </summary>
internal static class SignUpQuery
{
    private const string Cells = """
        SELECT floor(at / 900)::bigint, part, delay, count(*)
        FROM (
            SELECT at, part, delay, sum(rows) OVER (PARTITION BY at) AS together
            FROM (
                SELECT floor(date_part('epoch', sl.created_at)) AS at, {PART} AS part, count(*) AS rows,
                       coalesce(
                           min(width_bucket(date_part('epoch', sl.updated_at) - date_part('epoch', sl.created_at), @bounds))
                               FILTER (WHERE sl.status = 'confirmed' AND sl.updated_at > sl.created_at),
                           CASE WHEN bool_or(sl.status = 'confirmed') THEN -2 ELSE -1 END) AS delay
                FROM {FROM}
                WHERE sl.list_id = ANY(@lists) AND sl.status <> 'unsubscribed' AND sl.created_at >= @since AND sl.created_at < @before
                      AND sl.subscriber_id >= @first
                GROUP BY sl.subscriber_id, 1, 2
            ) person
        ) second
        WHERE together < @import GROUP BY 1, 2, 3
        """;

    /// <summary>The cells, in no order.</summary>
    public static async Task<IReadOnlyList<SignUpCell>> ReadAsync(
        NpgsqlConnection connection, SignUpSelection selection, BreakScope scope, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Text(scope), connection) { CommandTimeout = 0 }; // PostgreSQL ends it at the bound
        AddTo(command, selection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<SignUpCell> cells = [];
        Dictionary<string, string> parts = new(StringComparer.Ordinal); // one text for the many cells of a part
        while (await reader.ReadAsync(cancellation))
        {
            string part = reader.GetString(1);
            if (!parts.TryAdd(part, part))
                part = parts[part];
            cells.Add(new SignUpCell(reader.GetInt64(0), part, reader.GetInt32(2), reader.GetInt64(3)));
        }

        return cells;
    }

    /// <summary>Number of the so-manieth newest subscriber; 0 when there are fewer.</summary>
    public static async Task<int> ReadFirstOfNewestAsync(NpgsqlConnection connection, int count, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new("SELECT id FROM subscribers ORDER BY id DESC OFFSET @count LIMIT 1", connection);
        command.Parameters.AddWithValue("count", count - 1);
        return await command.ExecuteScalarAsync(cancellation) as int? ?? 0;
    }

    private static string Text(BreakScope scope)
    {
        string part = scope switch
        {
            BreakScope.List => "sl.list_id::text",
            BreakScope.Domain => "lower(split_part(s.email, '@', 2))",
            _ => "''",
        };
        string from = scope == BreakScope.Domain ? "subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id" : "subscriber_lists sl";
        return Cells.Replace("{PART}", part, StringComparison.Ordinal).Replace("{FROM}", from, StringComparison.Ordinal);
    }

    private static void AddTo(NpgsqlCommand command, SignUpSelection selection)
    {
        command.Parameters.AddWithValue("lists", selection.Lists);
        command.Parameters.AddWithValue("since", selection.Since.UtcDateTime);
        command.Parameters.AddWithValue("before", selection.Before.UtcDateTime);
        command.Parameters.AddWithValue("bounds", DelayCurve.Bounds);
        command.Parameters.AddWithValue("import", SignUpRows.InImport);
        command.Parameters.AddWithValue("first", selection.FirstSubscriber);
    }
}
