using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.OptIn;
using ListmonkPS.TestBench.StandIn.Smtp;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>The resend call (5.5): it asks no switch (G2), and says true also when there was nothing to send (G20).</summary>
internal static class OptInEndpoint
{
    public static void Map(RouteTable routes) => routes.Api("POST", "/api/subscribers/{id}/optin", "subscribers:manage", ResendAsync);

    private static async Task ResendAsync(Call call)
    {
        int id = call.Id();
        if (call.Process.Quirks.ResendNeedsReadAccess)
            call.Require("subscribers:get_all");
        Recipient recipient = await call.Process.Subscribers.FindAsync(id, call.Aborted)
            ?? throw new RefusalException(StatusCodes.Status400BadRequest, $"Subscriber ({id}: ) not found");
        try
        {
            await call.Process.Mailer.SendAsync(recipient, [], call.Aborted);
        }
        catch (SendFailureException)
        {
            throw new RefusalException(StatusCodes.Status500InternalServerError, "Error sending opt-in e-mail.");
        }
        await call.DataAsync(true);
    }
}
