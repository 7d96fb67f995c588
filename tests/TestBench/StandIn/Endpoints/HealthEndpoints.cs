using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Liveness: neither of the two looks at the database, and neither asks for a log-in (observed).</summary>
internal static class HealthEndpoints
{
    public static void Map(RouteTable routes)
    {
        routes.Open("GET", "/health", call => call.DataAsync(true));
        routes.Open("GET", "/api/health", call => call.DataAsync(true));
    }
}
