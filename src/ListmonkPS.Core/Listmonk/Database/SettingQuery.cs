using Npgsql;

namespace ListmonkPS.Core.Listmonk.Database;

/// <summary>Reads the settings table.</summary>
internal static class SettingQuery
{
    private const string All = "SELECT key, value::text, updated_at FROM settings";

    /// <summary>All rows by key.</summary>
    public static async Task<IReadOnlyDictionary<string, SettingRow>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(All, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, SettingRow> rows = new(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellation))
        {
            string key = reader.GetString(0);
            rows[key] = new SettingRow(key, reader.GetString(1), DatabaseTime.At(reader, 2));
        }

        return rows;
    }
}
