using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>The log ring of this life of the process (G24).</summary>
internal static class LogEndpoints
{
    public static void Map(RouteTable routes) => routes.Api("GET", "/api/logs", "settings:get", call =>
        call.DataAsync(new JsonArray([.. call.Process.Log.Lines.Select(line => JsonValue.Create(line))])));
}
