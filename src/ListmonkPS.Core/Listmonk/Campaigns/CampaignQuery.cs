using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Safety;
using Npgsql;

namespace ListmonkPS.Core.Listmonk.Campaigns;

/// <summary>Reads the campaigns that are active or moved of late.</summary>
internal static class CampaignQuery
{
    private const string Active = """
        SELECT id, name, status::text, coalesce(type::text, ''), to_send, sent, send_at, started_at, updated_at FROM campaigns
        WHERE status IN ('running', 'scheduled', 'paused') OR updated_at >= @since ORDER BY id DESC LIMIT 1000
        """;

    /// <summary>The campaigns, newest first.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="since">From when on those that are over count too.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<IReadOnlyList<CampaignRow>> ReadAsync(NpgsqlConnection connection, DateTimeOffset since, CancellationToken cancellation)
    {
        await using NpgsqlCommand command = new(Active, connection);
        command.Parameters.AddWithValue("since", since.UtcDateTime);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellation);
        List<CampaignRow> rows = [];
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(new CampaignRow(
                reader.GetInt32(0), HarmlessText.Of(reader.GetString(1), HarmlessText.ValueLength), reader.GetString(2), reader.GetString(3) == "optin",
                reader.GetInt32(4), reader.GetInt32(5), DatabaseTime.At(reader, 6), DatabaseTime.At(reader, 7), DatabaseTime.At(reader, 8)));
        }

        return rows;
    }
}
