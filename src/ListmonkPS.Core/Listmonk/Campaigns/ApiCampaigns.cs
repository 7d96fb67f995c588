using System.Globalization;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Campaigns;

/// <summary>Reads the campaigns by the API, and the rate of those that run.</summary>
internal static class ApiCampaigns
{
    private const int PageSize = 50;
    private const int MostPages = 20;

    /// <summary>The campaigns, as many as the pages hold.</summary>
    public static async Task<IReadOnlyList<CampaignRow>> ReadAsync(ListmonkApi api, CancellationToken cancellation)
    {
        List<CampaignRow> rows = [];
        for (int page = 1; page <= MostPages; page++)
        {
            JsonNode? answer = await api.GetDataAsync(string.Create(CultureInfo.InvariantCulture, $"api/campaigns?no_body=true&order_by=created_at&order=desc&page={page}&per_page={PageSize}"), cancellation);
            JsonArray results = (answer as JsonObject)?["results"] as JsonArray ?? [];
            rows.AddRange(results.OfType<JsonObject>().Select(RowOf));
            if (results.Count < PageSize)
                break;
        }

        if (!rows.Any(row => row.Status == "running"))
            return rows;
        Dictionary<int, double> rates = await RatesAsync(api, cancellation);
        return [.. rows.Select(row => rates.TryGetValue(row.Id, out double rate) ? row with { Rate = rate } : row)];
    }

    private static async Task<Dictionary<int, double>> RatesAsync(ListmonkApi api, CancellationToken cancellation)
    {
        JsonArray running = await api.GetDataAsync("api/campaigns/running/stats", cancellation) as JsonArray ?? [];
        return running.OfType<JsonObject>().Where(one => one["rate"] is JsonValue).DistinctBy(one => Number(one["id"]))
            .ToDictionary(one => (int)Number(one["id"]), one => one["rate"]!.AsValue().TryGetValue(out double rate) ? rate : 0);
    }

    private static CampaignRow RowOf(JsonObject campaign) => new(
        (int)Number(campaign["id"]), HarmlessText.Of(Text(campaign["name"]), HarmlessText.ValueLength), Text(campaign["status"]) ?? "", Text(campaign["type"]) == "optin",
        Number(campaign["to_send"]), Number(campaign["sent"]), Time(campaign["send_at"]), Time(campaign["started_at"]), Time(campaign["updated_at"]));

    private static long Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out long number) ? number : 0;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static DateTimeOffset? Time(JsonNode? node) =>
        DateTimeOffset.TryParse(Text(node), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at.ToUniversalTime() : null;
}
