using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Reads the mailing lists by the API.</summary>
internal static class ApiLists
{
    /// <summary>All lists that the user may see, ascending by number.</summary>
    public static async Task<IReadOnlyList<ListRow>> ReadAsync(ListmonkApi api, CancellationToken cancellation)
    {
        JsonNode? page = await api.GetDataAsync("api/lists?per_page=all", cancellation);
        // A server without lists answers null (up to v3, G17) or a bare array (G18).
        JsonArray lists = page as JsonArray ?? (page as JsonObject)?["results"] as JsonArray ?? [];
        return [.. lists.Select(list => Read(new JsonMembers(api, list))).OrderBy(list => list.Id)];
    }

    private static ListRow Read(JsonMembers list) => new(
        list.Number("id"), list.Uuid("uuid"), HarmlessText.Of(list.Text("name"), HarmlessText.ValueLength), list.Text("type"), list.Text("optin"),
        list.TextOr("status", "active"), list.Time("created_at"), list.Time("updated_at"));
}
