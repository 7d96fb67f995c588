using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>The campaigns, page by page, and the counters of those that run: while there is one, a saved setting is not loaded (G26).</summary>
internal static class CampaignEndpoints
{
    private const int LargestPage = 50;

    public static void Map(RouteTable routes)
    {
        routes.Api("GET", "/api/campaigns", MayRead(routes.Process.Quirks), PageAsync);
        routes.Api("GET", "/api/campaigns/running/stats", MayRead(routes.Process.Quirks), async call =>
        {
            List<JsonNode> running = await call.Process.Database.QueryAsync(
                """
                select jsonb_build_object('id', id, 'status', status, 'to_send', to_send, 'sent', sent, 'started_at', started_at,
                    'updated_at', updated_at, 'rate', 0, 'net_rate', 0)::text
                from campaigns where status = 'running' order by id
                """,
                reader => JsonNode.Parse(reader.GetString(0))!,
                call.Aborted);
            await call.DataAsync(new JsonArray([.. running]));
        });
    }

    private static async Task PageAsync(Call call)
    {
        int page = int.TryParse(call.Http.Request.Query["page"], out int number) ? Math.Max(1, number) : 1;
        List<JsonNode> rows = await call.Process.Database.QueryAsync(
            $$"""
            select jsonb_build_object('id', id, 'name', name, 'status', status, 'type', type, 'to_send', to_send, 'sent', sent, 'send_at', send_at,
                'started_at', started_at, 'created_at', created_at, 'updated_at', updated_at)::text
            from campaigns order by created_at desc, id desc limit {{LargestPage}} offset {{(page - 1) * LargestPage}}
            """,
            reader => JsonNode.Parse(reader.GetString(0))!,
            call.Aborted);
        await call.DataAsync(new JsonObject { ["results"] = new JsonArray([.. rows]), ["total"] = rows.Count, ["page"] = page, ["per_page"] = LargestPage });
    }

    private static string MayRead(Quirks quirks) => quirks.HasCampaignsGetAll ? "campaigns:get_all" : "campaigns:get";
}
