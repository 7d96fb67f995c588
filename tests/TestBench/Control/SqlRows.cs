using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace ListmonkPS.TestBench.Control;

/// <summary>Rows of a statement as a JSON array of objects.</summary>
internal static class SqlRows
{
    public static async Task<JsonArray> ReadAsync(NpgsqlDataSource database, string sql, CancellationToken ct)
    {
        await using NpgsqlCommand command = database.CreateCommand(sql);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        JsonArray rows = [];
        while (await reader.ReadAsync(ct))
        {
            JsonObject row = [];
            for (int column = 0; column < reader.FieldCount; column++)
                row[reader.GetName(column)] = Value(reader.GetValue(column));
            rows.Add(row);
        }
        return rows;
    }

    private static JsonNode? Value(object value) => value switch
    {
        DBNull => null,
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
