using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Subscribers;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Public;

/// <summary>Sign-up by the HTML form. Its text after a sign-up is the only thing that shows a visitor that no mail was sent (5.8).</summary>
internal static class SubscriptionFormPage
{
    private const string Path = "/subscription/form";

    public static void Map(RouteTable routes)
    {
        routes.Page("GET", Path, ShowAsync);
        routes.Page("POST", Path, SubscribeAsync);
    }

    private static async Task ShowAsync(Call call)
    {
        LoadedSettings settings = call.Process.Settings;
        if (!IsOn(settings))
            throw NotFound();
        ListStore store = new(call.Process.Database, settings, call.Process.Quirks);
        List<JsonNode> lists = await store.PublicAsync(call.Aborted);
        if (lists.Count == 0)
            throw new RefusalException(StatusCodes.Status500InternalServerError, "No lists available to subscribe.");
        await call.HtmlAsync(StatusCodes.Status200OK, Page.Frame(SiteName(settings), "Subscribe", Form(lists)));
    }

    private static async Task SubscribeAsync(Call call)
    {
        LoadedSettings settings = call.Process.Settings;
        if (!IsOn(settings) && call.Process.Quirks.FormChecksSwitch)
            throw NotFound();
        IFormCollection form = await call.Http.Request.ReadFormAsync(call.Aborted);
        // Only a robot fills the hidden field.
        if (form["nonce"].ToString().Length > 0)
            throw new RefusalException(StatusCodes.Status502BadGateway, "Invalid request.");
        bool hasOptIn = await call.Process.SignUp.SubscribeAsync(
            form["email"].ToString(), form["name"].ToString(), [.. form["l"].Select(uuid => uuid ?? "")], call.Aborted);
        string text = hasOptIn
            ? "An e-mail has been sent to you to confirm your subscription(s)."
            : "Subscribed successfully.";
        await call.HtmlAsync(StatusCodes.Status200OK, Page.Message(SiteName(settings), "Subscribe", text));
    }

    private static string Form(List<JsonNode> lists)
    {
        StringBuilder boxes = new();
        foreach (JsonNode list in lists)
            boxes.Append("<label><input type=\"checkbox\" name=\"l\" value=\"").Append(list["uuid"])
                .Append("\" checked> ").Append(WebUtility.HtmlEncode(list["name"]!.GetValue<string>())).Append("</label>\n");
        return $"""
            <form method="post" action="{Path}">
            <input name="email" type="email" required> <input name="name">
            <input name="nonce" hidden>
            {boxes}<button type="submit">Subscribe</button>
            </form>
            """;
    }

    private static bool IsOn(LoadedSettings settings) => settings.Flag("app.enable_public_subscription_page");

    private static string SiteName(LoadedSettings settings) => settings.Text("app.site_name");

    private static RefusalException NotFound() => new(StatusCodes.Status404NotFound, "That feature is not available.");
}
