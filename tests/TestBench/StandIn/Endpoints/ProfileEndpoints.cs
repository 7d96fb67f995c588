using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Access;
using ListmonkPS.TestBench.StandIn.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Who the token belongs to, and what it may do (v4 and later).</summary>
internal static class ProfileEndpoints
{
    public static void Map(RouteTable routes)
    {
        if (routes.Process.Quirks.HasUsers)
            routes.Api("GET", "/api/profile", null, call => call.DataAsync(Profile(call.User)));
    }

    private static JsonObject Profile(ApiUser user) => new()
    {
        ["id"] = user.Id,
        ["username"] = user.Name,
        ["name"] = user.Name,
        ["type"] = "api",
        ["status"] = "enabled",
        ["password_login"] = false,
        ["user_role"] = new JsonObject
        {
            ["id"] = user.RoleId,
            ["name"] = user.RoleName,
            ["permissions"] = new JsonArray([.. user.Permissions.Select(permission => JsonValue.Create(permission))]),
        },
        ["list_role"] = null,
    };
}
