using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Public;

/// <summary>Sign-up by the public API, as JSON or as a form (4.5).</summary>
internal static class PublicSubscriptionEndpoint
{
    public static void Map(RouteTable routes) => routes.Open("POST", "/api/public/subscription", SubscribeAsync);

    private static async Task SubscribeAsync(Call call)
    {
        if (!call.Process.Settings.Flag("app.enable_public_subscription_page"))
            throw new RefusalException(StatusCodes.Status400BadRequest, "Invalid feature.");
        (string email, string name, string[] lists) = call.Http.Request.HasFormContentType ? await ReadFormAsync(call) : await ReadJsonAsync(call);
        bool hasOptIn = await call.Process.SignUp.SubscribeAsync(email, name, lists, call.Aborted);
        await call.DataAsync(new JsonObject { ["has_optin"] = hasOptIn });
    }

    private static async Task<(string Email, string Name, string[] Lists)> ReadFormAsync(Call call)
    {
        IFormCollection form = await call.Http.Request.ReadFormAsync(call.Aborted);
        return (form["email"].ToString(), form["name"].ToString(), [.. form["l"].Select(uuid => uuid ?? "")]);
    }

    private static async Task<(string Email, string Name, string[] Lists)> ReadJsonAsync(Call call)
    {
        JsonObject body = await call.ReadObjectAsync();
        return (Call.Text(body, "email"), Call.Text(body, "name"), Call.Array<string>(body, "list_uuids"));
    }
}
