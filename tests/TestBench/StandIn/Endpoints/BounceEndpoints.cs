using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Bounces, newest first, in pages like those of subscribers (contract 4.4).</summary>
internal static class BounceEndpoints
{
    private const int DefaultPage = 20;
    private const int LargestPage = 50;

    public static void Map(RouteTable routes) => routes.Api("GET", "/api/bounces", "bounces:get", async call =>
    {
        string perPage = call.Query["per_page"].ToString();
        int size = perPage == "all" ? 0 : int.TryParse(perPage, out int wanted) && wanted > 0 ? Math.Min(wanted, LargestPage) : DefaultPage;
        int page = int.TryParse(call.Query["page"], out int number) && number > 0 ? number : 1;
        List<JsonNode> bounces = await call.Process.Database.QueryAsync(
            """
            select jsonb_build_object('id', b.id, 'type', b.type, 'source', b.source, 'meta', b.meta, 'created_at', b.created_at,
                'email', s.email, 'subscriber_uuid', s.uuid, 'subscriber_id', s.id, 'campaign', null)::text
            from bounces b join subscribers s on s.id = b.subscriber_id order by b.created_at desc, b.id desc
            """,
            reader => JsonNode.Parse(reader.GetString(0))!,
            call.Aborted);
        IEnumerable<JsonNode> shown = size == 0 ? bounces : bounces.Skip((page - 1) * size).Take(size);
        await call.DataAsync(new JsonObject
        {
            ["results"] = new JsonArray([.. shown]),
            ["query"] = "",
            ["total"] = bounces.Count,
            ["per_page"] = size,
            ["page"] = page,
        });
    });
}
