using System.Globalization;
using System.Text.Json;
using ListmonkPS.TestBench.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ListmonkPS.TestBench.Control;

/// <summary>What can be asked of the control server about scripted mail servers.</summary>
internal sealed class MailServerCalls(ControlServer control)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/mail-servers", AddAsync);
        app.MapGet("/mail-servers/{port}", ShowAsync);
    }

    private async Task AddAsync(HttpContext http)
    {
        Wish wish = await http.Request.ReadFromJsonAsync<Wish>(Json, http.RequestAborted)
            ?? throw new ControlException(StatusCodes.Status400BadRequest, "A mail server has step, reply and mechanisms.");
        SmtpScript script = new() { Mechanisms = wish.Mechanisms ?? [] };
        if (!string.IsNullOrEmpty(wish.Step))
        {
            if (!Enum.TryParse(wish.Step, ignoreCase: true, out ScriptStep step))
                throw new ControlException(StatusCodes.Status400BadRequest, $"There is no step '{wish.Step}'.");
            script = script with { Instead = SmtpScript.At(step, string.IsNullOrEmpty(wish.Reply) ? ScriptAnswer.Silent : ScriptAnswer.Say(wish.Reply)) };
        }

        ScriptedSmtpServer server = control.AddMailServer(script);
        await http.Response.WriteAsJsonAsync(new { port = server.Port, user = script.User, password = script.Password }, Json, http.RequestAborted);
    }

    private Task ShowAsync(HttpContext http)
    {
        SmtpRecord record = control.FindMailServer(int.Parse((string)http.Request.RouteValues["port"]!, CultureInfo.InvariantCulture)).Record;
        return http.Response.WriteAsJsonAsync(new { record.Connections, record.Lines, record.Messages }, Json, http.RequestAborted);
    }

    private sealed record Wish(string? Step, string? Reply, string[]? Mechanisms);
}
