using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Api;

namespace ListmonkPS.Core.Listmonk.OptIn.ByApi;

/// <summary>Reads by the API whose mail bounced.</summary>
internal static class ApiBounces
{
    /// <summary>Numbers of the subscribers with a hard bounce or a complaint.</summary>
    public static async Task<IReadOnlySet<int>> ReadAsync(ListmonkApi api, CancellationToken cancellation)
    {
        HashSet<int> bounced = [];
        long seen = 0;
        for (int page = 1; ; page++)
        {
            JsonNode? answer = await api.GetDataAsync($"api/bounces?per_page=all&page={page}", cancellation);
            JsonMembers[] bounces = answer is null ? [] : [.. new JsonMembers(api, answer).Items("results")];
            foreach (JsonMembers bounce in bounces.Where(bounce => bounce.Text("type") is "hard" or "complaint"))
                bounced.Add(bounce.Number("subscriber_id"));
            seen += bounces.Length;
            if (bounces.Length == 0 || seen >= new JsonMembers(api, answer).Number("total"))
                return bounced;
        }
    }
}
