using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Smtp;
using Microsoft.AspNetCore.Http;
using MimeKit;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>The SMTP test: a real mail over a pool of its own, with the password of the body and never the stored one (4.3, G25).</summary>
internal static class SmtpTestEndpoint
{
    public static void Map(RouteTable routes) => routes.Api("POST", "/api/settings/smtp/test", "settings:manage", TestAsync);

    private static async Task TestAsync(Call call)
    {
        JsonObject body = await call.ReadObjectAsync();
        if (body["email"]?.GetValue<string>() is not { Length: > 0 } recipient)
            throw new RefusalException(StatusCodes.Status400BadRequest, "Missing e-mail address");
        body["max_conns"] = 1;
        body["wait_timeout"] = "2s";
        body["idle_timeout"] = "2s";
        MimeMessage message = new() { Subject = "Test", Body = new TextPart("plain") { Text = "Test" } };
        MailboxAddress from = MailboxAddress.Parse(call.Process.Settings.Text("app.from_email"));
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(recipient));
        try
        {
            using SmtpPool pool = new(SmtpBlock.Load(body, call.Process.Quirks), call.Process.Quirks);
            await pool.SendAsync(new OutgoingMail(from, MailboxAddress.Parse(recipient), message), call.Aborted);
        }
        catch (SendFailureException e)
        {
            throw new RefusalException(StatusCodes.Status500InternalServerError, e.Message);
        }

        await call.DataAsync(new JsonArray());
    }
}
