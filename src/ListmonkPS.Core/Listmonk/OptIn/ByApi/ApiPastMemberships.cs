using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.OptIn.Due;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>What became of people on double opt-in lists, as the counts of GET /api/lists show it; they may be a day old (G45), which does not matter here.</summary>
internal static class ApiPastMemberships
{
    /// <summary>The sums over the lists that the user may see.</summary>
    public static async Task<PastMemberships> ReadAsync(ListmonkApi api, CancellationToken cancellation)
    {
        JsonNode? page = await api.GetDataAsync("api/lists?per_page=all", cancellation);
        JsonObject[] asking = [.. ((page as JsonObject)?["results"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Where(list => TextOf(list["optin"]) == "double" && TextOf(list["status"]) is null or "active")];
        // Without a list nothing is known: the user may lack the right to see any.
        return asking.Length == 0 || asking.All(list => list["subscriber_statuses"] is not JsonObject)
            ? PastMemberships.Unknown
            : new PastMemberships(Sum(asking, "unsubscribed"), Sum(asking, "confirmed") > 0, null);
    }

    private static long Sum(JsonObject[] lists, string status) =>
        lists.Sum(list => (list["subscriber_statuses"] as JsonObject)?[status] is JsonValue value && value.TryGetValue(out long count) ? count : 0);

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
