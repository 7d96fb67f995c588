using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>The counters of campaigns that run: while there is one, a saved setting is not loaded (G26).</summary>
internal static class CampaignEndpoints
{
    public static void Map(RouteTable routes) =>
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

    private static string MayRead(Quirks quirks) => quirks.HasCampaignsGetAll ? "campaigns:get_all" : "campaigns:get";
}
