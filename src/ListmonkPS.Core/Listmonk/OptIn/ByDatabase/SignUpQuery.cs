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
                GROUP BY sl.subscriber_id, 1, 2
            ) person
        ) second
        WHERE together < @import GROUP BY 1, 2, 3
        """;

    /// <summary>The cells, in no order.</summary>
    public static async Task<IReadOnlyList<SignUpCell>> ReadAsync(
        NpgsqlConnection connection, SignUpSelection selection, BreakScope scope, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Text(selection, scope), connection);
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

    /// <summary>The statement for a selection.</summary>
    public static string Text(SignUpSelection selection, BreakScope scope)
    {
        string part = scope switch
        {
            BreakScope.List => "sl.list_id::text",
            BreakScope.Domain => "lower(split_part(s.email, '@', 2))",
            _ => "''",
        };
        string from = selection.Newest is not null
            ? "(SELECT id, email FROM subscribers ORDER BY id DESC LIMIT @newest) s JOIN subscriber_lists sl ON sl.subscriber_id = s.id"
            : scope == BreakScope.Domain ? "subscriber_lists sl JOIN subscribers s ON s.id = sl.subscriber_id" : "subscriber_lists sl";
        return Cells.Replace("{PART}", part, StringComparison.Ordinal).Replace("{FROM}", from, StringComparison.Ordinal);
    }

    /// <summary>The parameters of the statement.</summary>
    public static void AddTo(NpgsqlCommand command, SignUpSelection selection)
    {
        command.Parameters.AddWithValue("lists", selection.Lists);
        command.Parameters.AddWithValue("since", selection.Since.UtcDateTime);
        command.Parameters.AddWithValue("before", selection.Before.UtcDateTime);
        command.Parameters.AddWithValue("bounds", DelayCurve.Bounds);
        command.Parameters.AddWithValue("import", SignUpRows.InImport);
        if (selection.Newest is { } newest)
            command.Parameters.AddWithValue("newest", newest);
    }
}
