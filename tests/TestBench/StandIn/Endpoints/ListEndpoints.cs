using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Process;
using ListmonkPS.TestBench.StandIn.Subscribers;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Lists: all (the counts to be trusted), one (not to be trusted since v5), and those that anybody may see.</summary>
internal static class ListEndpoints
{
    private const string MayReadAll = "lists:get_all";

    public static void Map(RouteTable routes)
    {
        routes.Api("GET", "/api/lists", null, AllAsync);
        routes.Api("GET", "/api/lists/{id}", MayReadAll, async call => await call.DataAsync(
            await Store(call).FindAsync(call.Id(), call.Aborted)
            ?? throw new RefusalException(StatusCodes.Status400BadRequest, "List not found")));
        routes.Open("GET", "/api/public/lists", async call =>
            await call.JsonAsync(StatusCodes.Status200OK, new JsonArray([.. await Store(call).PublicAsync(call.Aborted)])));
    }

    /// <summary>A token without the right to all lists sees none here instead of being refused.</summary>
    private static async Task AllAsync(Call call)
    {
        List<JsonNode> lists = call.User.May(MayReadAll) ? await Store(call).AllAsync(call.Aborted) : [];
        await call.DataAsync(new JsonObject
        {
            ["results"] = lists.Count == 0 && call.Process.Quirks.NullForEmpty ? null : new JsonArray([.. lists]),
            ["total"] = lists.Count,
            ["per_page"] = lists.Count,
            ["page"] = 1,
            ["query"] = "",
            ["search"] = "",
        });
    }

    private static ListStore Store(Call call)
    {
        ListmonkProcess process = call.Process;
        return new ListStore(process.Database, process.Settings, process.Quirks);
    }
}
