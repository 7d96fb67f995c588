using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Deleting subscribers, and the subscriptions of some on some lists (contract 4.4).</summary>
internal static class RemovalEndpoints
{
    private const string MayManage = "subscribers:manage";

    public static void Map(RouteTable routes)
    {
        routes.Api("DELETE", "/api/subscribers", MayManage, DeleteAsync);
        routes.Api("PUT", "/api/subscribers/lists", MayManage, ChangeListsAsync);
    }

    private static async Task DeleteAsync(Call call)
    {
        int[] ids = [.. call.Query["id"].Select(text => int.TryParse(text, out int id) && id > 0 ? id : throw Refused("Invalid ID(s)"))];
        if (ids.Length == 0)
            throw Refused("No IDs given.");
        await call.Process.Database.ExecuteAsync("delete from subscribers where id = any(@ids)", call.Aborted, ("ids", ids));
        await call.DataAsync(JsonValue.Create(true));
    }

    private static async Task ChangeListsAsync(Call call)
    {
        JsonObject body = await call.ReadObjectAsync();
        int[] ids = Call.Array<int>(body, "ids"), lists = Call.Array<int>(body, "target_list_ids");
        if (ids.Length == 0 || lists.Length == 0 || Call.Text(body, "action") != "remove")
            throw Refused("Invalid fields");
        await call.Process.Database.ExecuteAsync(
            "delete from subscriber_lists where subscriber_id = any(@ids) and list_id = any(@lists)", call.Aborted, ("ids", ids), ("lists", lists));
        await call.DataAsync(JsonValue.Create(true));
    }

    private static RefusalException Refused(string text) => new(StatusCodes.Status400BadRequest, text);
}
