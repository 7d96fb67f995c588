using ListmonkPS.TestBench.StandIn.Access;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Process;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>Maps endpoints of three kinds, and gives each its log-in, its permission and its way to say no.</summary>
internal sealed class RouteTable(IEndpointRouteBuilder app, ListmonkProcess process)
{
    private static readonly object UserKey = new();

    public ListmonkProcess Process => process;

    /// <summary>Who proved to be the caller; null before the log-in and without one.</summary>
    public static ApiUser? UserOf(HttpContext http) => http.Items[UserKey] as ApiUser;

    /// <summary>An endpoint of the API: with log-in and, since v4, a permission; null for any user.</summary>
    public void Api(string method, string path, string? permission, Func<Call, Task> handle) =>
        app.MapMethods(path, [method], http => AnswerAsync(http, () => HandleAsync(http, permission, handle)));

    /// <summary>An endpoint without log-in that speaks JSON.</summary>
    public void Open(string method, string path, Func<Call, Task> handle) =>
        app.MapMethods(path, [method], http => AnswerAsync(http, () => handle(NewCall(http))));

    /// <summary>A page for people; what it refuses is told by a page too.</summary>
    public void Page(string method, string path, Func<Call, Task> handle) => app.MapMethods(path, [method], async http =>
    {
        try
        {
            await handle(NewCall(http));
        }
        catch (RefusalException refusal)
        {
            string page = Answers.Page.Message(process.Settings.Text("app.site_name"), "Error", refusal.Message);
            await NewCall(http).HtmlAsync(refusal.Status, page);
        }
    });

    /// <summary>What no endpoint is for; an unknown path of the API asks for the log-in first.</summary>
    public void Rest()
    {
        app.MapFallback("/api/{*path}", http => AnswerAsync(http, () => HandleAsync(
            http, null, _ => throw new RefusalException(StatusCodes.Status404NotFound, "404 unknown endpoint"))));
        app.MapFallback("{*path}", http => NewCall(http).HtmlAsync(
            StatusCodes.Status404NotFound, Answers.Page.Message(process.Settings.Text("app.site_name"), "Not found", "There is no such page.")));
    }

    private Task HandleAsync(HttpContext http, string? permission, Func<Call, Task> handle)
    {
        ApiUser user = process.Login.Recognise(http.Request.Headers);
        http.Items[UserKey] = user;
        Call call = new(http, process, user);
        if (permission is not null)
            call.Require(permission);
        return handle(call);
    }

    private async Task AnswerAsync(HttpContext http, Func<Task> handle)
    {
        try
        {
            await handle();
        }
        catch (RefusalException refusal)
        {
            if (refusal.Status == StatusCodes.Status401Unauthorized)
                http.Response.Headers.WWWAuthenticate = "basic realm=Restricted";
            await NewCall(http).JsonAsync(refusal.Status, AnswerJson.Message(refusal.Message));
        }
    }

    private Call NewCall(HttpContext http) => new(http, process, UserOf(http));
}
