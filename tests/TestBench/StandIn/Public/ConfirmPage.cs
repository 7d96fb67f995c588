using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.OptIn;
using ListmonkPS.TestBench.StandIn.Subscribers;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Public;

/// <summary>The page behind the link of the opt-in mail: asks on GET, confirms on POST, and sometimes on GET too (5.7, G34, G35).</summary>
internal static class ConfirmPage
{
    private const string Path = "/subscription/optin/{uuid}";

    public static void Map(RouteTable routes)
    {
        routes.Page("GET", Path, AnswerAsync);
        routes.Page("POST", Path, AnswerAsync);
    }

    private static async Task AnswerAsync(Call call)
    {
        call.Http.Response.Headers["X-Robots-Tag"] = "noindex";
        IFormCollection? form = call.Http.Request.HasFormContentType ? await call.Http.Request.ReadFormAsync(call.Aborted) : null;
        Guid uuid = Uuid(call.Part("uuid"));
        Guid[] lists = [.. call.Query["l"].Concat(form?["l"] ?? default).Distinct().Select(Uuid)];
        Recipient subscriber = await call.Process.Subscribers.FindAsync(uuid, call.Aborted)
            ?? throw new RefusalException(StatusCodes.Status404NotFound, "The subscription was not found.");
        Confirmation confirmation = new(call.Process.Database, call.Process.Quirks);
        List<string> waiting = await confirmation.WaitingAsync(subscriber.Id, lists, call.Aborted);
        if (waiting.Count == 0)
        {
            await call.HtmlAsync(200, Page.Message(SiteName(call), "No subscriptions", "There are no subscriptions to confirm."));
            return;
        }
        if (!Confirms(call, form))
        {
            await call.HtmlAsync(200, Page.Frame(SiteName(call), "Confirm", Form(waiting, lists)));
            return;
        }
        await confirmation.ConfirmAsync(subscriber.Id, lists, Meta(call), call.Aborted);
        await call.HtmlAsync(200, Page.Message(SiteName(call), "Confirmed", "Your subscriptions have been confirmed."));
    }

    /// <summary>confirm counts from the query too, in every version; with the page off, or its row missing (G35), any GET confirms.</summary>
    private static bool Confirms(Call call, IFormCollection? form)
    {
        bool asked = IsTrue(call.Query["confirm"]) || IsTrue(form?["confirm"].ToString());
        bool pageIsOff = call.Process.Quirks.HasShowOptInPage && !call.Process.Settings.Flag("app.show_optin_page");
        return asked || (pageIsOff && HttpMethods.IsGet(call.Http.Request.Method));
    }

    private static string Form(List<string> waiting, Guid[] lists)
    {
        StringBuilder names = new();
        foreach (string name in waiting)
            names.Append("<li>").Append(WebUtility.HtmlEncode(name)).Append("</li>\n");
        string hidden = string.Concat(lists.Select(list => $"<input type=\"hidden\" name=\"l\" value=\"{list}\">"));
        return $"""
            <p>Confirm your subscription to:</p>
            <ul>
            {names}</ul>
            <form method="post">{hidden}<input type="hidden" name="confirm" value="true"><button type="submit">Confirm</button></form>
            """;
    }

    /// <summary>The address that privacy.record_optin_ip leaves in the row: X-Forwarded-For as it is, else the peer's up to its first colon.</summary>
    private static string Meta(Call call)
    {
        if (!call.Process.Settings.Flag("privacy.record_optin_ip"))
            return "{}";
        string forwarded = call.Http.Request.Headers["X-Forwarded-For"].ToString();
        string peer = call.Http.Connection.RemoteIpAddress?.ToString().Split(':')[0] ?? "";
        return AnswerJson.Text(new JsonObject { ["optin_ip"] = forwarded.Length > 0 ? forwarded : peer });
    }

    private static string SiteName(Call call) => call.Process.Settings.Text("app.site_name");

    private static bool IsTrue(string? text) => text is "true" or "1" or "t" or "T" or "TRUE" or "True";

    private static Guid Uuid(string? text) => Guid.TryParseExact(text, "D", out Guid uuid)
        ? uuid
        : throw new RefusalException(StatusCodes.Status400BadRequest, "Invalid UUID(s)");
}
