using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Process;
using ListmonkPS.TestBench.StandIn.Smtp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace ListmonkPS.TestBench.StandIn.Http;

/// <summary>What becomes of a call that nobody foresaw: a database error is a 500, a panic drops the connection.</summary>
internal static class Faults
{
    /// <summary>Puts it in front of all endpoints.</summary>
    public static void Catch(IApplicationBuilder app, ListmonkProcess process) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (PanicException e)
        {
            process.Log.Write("server.go:3215", $"http: panic serving {http.Connection.RemoteIpAddress}: {e.Message}");
            http.Abort();
        }
        catch (NpgsqlException e) when (!http.Response.HasStarted)
        {
            process.Log.Write("handlers.go:310", $"pq: {e.Message}");
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(AnswerJson.Text(AnswerJson.Message("Internal Server Error")), http.RequestAborted);
        }
    });
}
