using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace ListmonkPS.TestBench.Control;

/// <summary>What can be asked of the control server.</summary>
internal sealed class WorldCalls(ControlServer control)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/worlds", CreateAsync);
        app.MapDelete("/worlds/{id}", http => control.EndAsync(Part(http, "id")));
        app.MapPost("/worlds/{id}/sql", RunSqlAsync);
        app.MapGet("/worlds/{id}/mail", ShowMailAsync);
        app.MapGet("/worlds/{id}/requests", ShowRequestsAsync);
        app.MapPost("/worlds/{id}/server", SteerAsync);
        app.MapPost("/worlds/{id}/signup", SignUpAsync);
        app.MapPost("/faults", AddFaultAsync);
    }

    private async Task CreateAsync(HttpContext http)
    {
        try
        {
            WorldOptions options = await http.Request.ReadFromJsonAsync<WorldOptions>(Json, http.RequestAborted) ?? new WorldOptions();
            World world = await control.CreateAsync(options, http.RequestAborted);
            await http.Response.WriteAsJsonAsync(WorldDescription.Of(world), Json, http.RequestAborted);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new ControlException(StatusCodes.Status400BadRequest, e.Message);
        }
    }

    private async Task RunSqlAsync(HttpContext http)
    {
        string sql = await BodyAsync(http);
        try
        {
            JsonArray rows = await SqlRows.ReadAsync(World(http).Database, sql, http.RequestAborted);
            await http.Response.WriteAsJsonAsync(rows, Json, http.RequestAborted);
        }
        catch (PostgresException e)
        {
            throw new ControlException(StatusCodes.Status400BadRequest, e.MessageText);
        }
    }

    private Task ShowMailAsync(HttpContext http)
    {
        var mails = World(http).Mail.Received.Select(mail => new { mail.To, mail.From, mail.Message.Subject, mail.Text });
        return http.Response.WriteAsJsonAsync(mails, Json, http.RequestAborted);
    }

    private Task ShowRequestsAsync(HttpContext http)
    {
        IReadOnlyList<RecordedRequest> requests = World(http).Server.Requests;
        return http.Response.WriteAsJsonAsync(requests, Json, http.RequestAborted);
    }

    private async Task SteerAsync(HttpContext http)
    {
        string order = (await BodyAsync(http)).Trim();
        World world = World(http);
        await (order switch
        {
            "stop" => world.Server.StopAsync(),
            "start" => world.Server.StartAsync(http.RequestAborted),
            "reload" => world.Server.ReloadAsync(http.RequestAborted),
            _ => throw new ControlException(StatusCodes.Status400BadRequest, $"'{order}' is none of stop, start, reload."),
        });
    }

    /// <summary>Signs an address up by the public API of the world, as a visitor would, and hands the answer on.</summary>
    private async Task SignUpAsync(HttpContext http)
    {
        SignUp signUp = await http.Request.ReadFromJsonAsync<SignUp>(Json, http.RequestAborted)
            ?? throw new ControlException(StatusCodes.Status400BadRequest, "A sign-up has email, name and listUuid.");
        using HttpClient visitor = new() { BaseAddress = World(http).Uri };
        using HttpResponseMessage answer = await visitor.PostAsJsonAsync(
            "/api/public/subscription",
            new { email = signUp.Email, name = signUp.Name, list_uuids = new[] { signUp.ListUuid } },
            http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(await answer.Content.ReadAsStringAsync(http.RequestAborted), http.RequestAborted);
    }

    private Task AddFaultAsync(HttpContext http)
    {
        string kind = http.Request.Query["kind"].ToString();
        if (!Enum.TryParse(kind, ignoreCase: true, out FaultKind fault) || !Enum.IsDefined(fault))
            throw new ControlException(StatusCodes.Status400BadRequest, $"There is no fault '{kind}'.");
        return http.Response.WriteAsJsonAsync(new { uri = control.AddFault(fault).Uri }, Json, http.RequestAborted);
    }

    private World World(HttpContext http) => control.Find(Part(http, "id"));

    private static string Part(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static async Task<string> BodyAsync(HttpContext http)
    {
        using StreamReader reader = new(http.Request.Body);
        return await reader.ReadToEndAsync(http.RequestAborted);
    }

    private sealed record SignUp(string Email, string Name, string ListUuid);
}
