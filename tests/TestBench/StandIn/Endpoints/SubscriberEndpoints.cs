using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.OptIn;
using ListmonkPS.TestBench.StandIn.Process;
using ListmonkPS.TestBench.StandIn.Smtp;
using ListmonkPS.TestBench.StandIn.Subscribers;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Subscribers by the API: search, one, create.</summary>
internal static class SubscriberEndpoints
{
    private const string MayReadAll = "subscribers:get_all";

    public static void Map(RouteTable routes)
    {
        routes.Api("GET", "/api/subscribers", null, SearchAsync);
        routes.Api("GET", "/api/subscribers/{id}", MayReadAll, async call => await call.DataAsync(await ShowAsync(call, call.Id())));
        routes.Api("POST", "/api/subscribers", "subscribers:manage", CreateAsync);
    }

    private static async Task SearchAsync(Call call)
    {
        if (!call.User.May("subscribers:get"))
            call.Require(MayReadAll);
        SubscriberQuery query = new()
        {
            ListIds = [.. call.Query["list_id"].Select(ReadListId)],
            SubscriptionStatus = call.Query["subscription_status"].ToString(),
            Condition = call.Query["query"].ToString(),
            Order = call.Query["order_by"].ToString(),
            Ascending = call.Query["order"].ToString().Equals("asc", StringComparison.OrdinalIgnoreCase),
            Page = int.TryParse(call.Query["page"], out int page) && page > 0 ? page : 1,
            PageSize = SubscriberQuery.ReadPageSize(call.Query["per_page"].ToString()),
        };
        ListmonkProcess process = call.Process;
        if (query.Condition.Length > 0 && process.Quirks.SqlNeedsPermission)
            call.Require("subscribers:sql_query");
        SubscriberSearch search = new(process.Database, process.Subscribers, process.Quirks);
        await call.DataAsync(await search.RunAsync(query, call.Aborted));
    }

    private static async Task CreateAsync(Call call)
    {
        ListmonkProcess process = call.Process;
        JsonObject body = await call.ReadObjectAsync();
        bool preconfirmed = body["preconfirm_subscriptions"]?.GetValueKind() == JsonValueKind.True;
        string email = process.Emails.Clean(Call.Text(body, "email"));
        NewSubscriber subscriber = new(email, Call.Text(body, "name") is { Length: > 0 } name ? name : email, await ListIdsAsync(call, body))
        {
            Status = Call.Text(body, "status") is { Length: > 0 } status ? status : "enabled",
            Attributes = body["attribs"]?.ToJsonString() ?? "{}",
            SubscriptionStatus = preconfirmed ? "confirmed" : "unconfirmed",
        };
        Recipient recipient = await process.Subscribers.InsertAsync(subscriber, call.Aborted)
            ?? throw new RefusalException(StatusCodes.Status409Conflict, "E-mail already exists.");
        if (process.Settings.SendsOptIn && !preconfirmed && subscriber.ListIds.Length > 0)
            await SendAndForgetAsync(process, recipient, subscriber.ListIds, call.Aborted);
        await call.DataAsync(await ShowAsync(call, recipient.Id));
    }

    /// <summary>Create waits for the SMTP server and then answers 200 whatever it said; only the log tells (observed).</summary>
    private static async Task SendAndForgetAsync(ListmonkProcess process, Recipient recipient, int[] lists, CancellationToken ct)
    {
        try
        {
            await process.Mailer.SendAsync(recipient, lists, ct);
        }
        catch (SendFailureException)
        {
            // The mailer has logged it; the caller never learns of it (5.2).
        }
    }

    /// <summary>lists by id; list_uuids counted up to v3.0.0 only and is passed over since (G41).</summary>
    private static async Task<int[]> ListIdsAsync(Call call, JsonObject body)
    {
        int[] ids = Call.Array<int>(body, "lists");
        if (!call.Process.Quirks.HonoursListUuids)
            return ids;
        List<int> more = await call.Process.Database.QueryAsync(
            "select id from lists where uuid::text = any(@uuids)",
            reader => reader.GetInt32(0),
            call.Aborted,
            ("uuids", Call.Array<string>(body, "list_uuids")));
        return [.. ids.Union(more)];
    }

    private static async Task<JsonNode> ShowAsync(Call call, int id)
    {
        Dictionary<int, JsonNode> shown = await call.Process.Subscribers.ShowAsync([id], call.Aborted);
        return shown.TryGetValue(id, out JsonNode? subscriber)
            ? subscriber
            : throw new RefusalException(StatusCodes.Status400BadRequest, $"Subscriber ({id}: ) not found");
    }

    private static int ReadListId(string? text) => int.TryParse(text, out int id) && id > 0
        ? id
        : throw new RefusalException(StatusCodes.Status400BadRequest, "invalid list id");
}
