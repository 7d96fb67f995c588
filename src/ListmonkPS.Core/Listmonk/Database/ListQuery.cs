using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>Reads the mailing lists.</summary>
internal static class ListQuery
{
    /// <summary>lists.status came with v6.0.0; the catalogue tells whether it is there, a version could only suggest it.</summary>
    private const string HasStatus = """
        SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_attribute
                       WHERE attrelid = to_regclass('lists') AND attname = 'status' AND NOT attisdropped)
        """;

    /// <summary>All lists, ascending by number.</summary>
    public static async Task<IReadOnlyList<ListRow>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand catalogue = new(HasStatus, connection);
        string status = await catalogue.ExecuteScalarAsync(cancellation) is true ? "status::text" : "'active'";
        string sql = $"SELECT id, uuid, name, type::text, optin::text, {status}, created_at, updated_at FROM lists ORDER BY id";
        await using NpgsqlCommand command = new(sql, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<ListRow> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new ListRow(
                reader.GetInt32(0), reader.GetGuid(1), HarmlessText.Of(reader.GetString(2), HarmlessText.ValueLength),
                reader.GetString(3), reader.GetString(4), reader.GetString(5),
                DatabaseTime.At(reader, 6), DatabaseTime.At(reader, 7)));
        }

        return rows;
    }
}
