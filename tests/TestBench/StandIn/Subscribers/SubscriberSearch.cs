using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Database;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ListmonkPS.TestBench.StandIn.Subscribers;

/// <summary>The page of subscribers that a query gives, with the oddities G12 to G17.</summary>
internal sealed class SubscriberSearch(ListmonkDatabase database, SubscriberStore store, Quirks quirks)
{
    /// <summary>The data member of the answer.</summary>
    /// <exception cref="RefusalException">400 for SQL that fails, 500 for an empty filter on v3 (G13).</exception>
    public async Task<JsonObject> RunAsync(SubscriberQuery query, CancellationToken ct)
    {
        bool findsNobody = quirks.LoneSubscriptionStatusFindsNobody && query.SubscriptionStatus.Length > 0 && query.ListIds.Length == 0;
        if (findsNobody && quirks.EmptyFilterFails)
            throw EmptySum();
        if (findsNobody)
            return Answer(query, 0, []);
        if (quirks.RefusesSubSelects && query.Condition.Contains("subscriber_lists", StringComparison.OrdinalIgnoreCase))
            throw new RefusalException(StatusCodes.Status400BadRequest, "table subscriber_lists is not allowed");
        (string from, (string, object)[] parameters) = query.From();
        List<int> ids;
        long total;
        try
        {
            total = (await database.QueryReadOnlyAsync($"select count(*) {from}", reader => reader.GetInt64(0), ct, parameters)).Single();
            ids = await database.QueryReadOnlyAsync($"select subscribers.id {from} {query.Window()}", reader => reader.GetInt32(0), ct, parameters);
        }
        catch (PostgresException e)
        {
            throw new RefusalException(StatusCodes.Status400BadRequest, $"Error preparing subscriber query: pq: {e.MessageText}");
        }
        if (total == 0 && query.SubscriptionStatus.Length > 0 && query.ListIds.Length > 0 && quirks.EmptyFilterFails)
            throw EmptySum();
        Dictionary<int, JsonNode> shown = await store.ShowAsync([.. ids.Distinct()], ct);
        return Answer(query, total, [.. ids.Select(id => shown[id].DeepClone())]);
    }

    private JsonObject Answer(SubscriberQuery query, long total, JsonArray results) => new()
    {
        ["results"] = results.Count == 0 && quirks.NullForEmpty ? null : results,
        ["query"] = query.Condition,
        ["total"] = total,
        ["per_page"] = query.PageSize,
        ["page"] = query.Page,
    };

    /// <summary>The sum over no row is null, which the server cannot read (G13).</summary>
    private static RefusalException EmptySum() => new(
        StatusCodes.Status500InternalServerError,
        "Error fetching subscribers: sql: Scan error on column index 0, name \"total\": converting NULL to int is unsupported");
}
