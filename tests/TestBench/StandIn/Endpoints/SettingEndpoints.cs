using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.TestBench.StandIn.Answers;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Process;
using ListmonkPS.TestBench.StandIn.Settings;
using Microsoft.AspNetCore.Http;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>Reading and writing settings, and the reload (4.3, 4.6).</summary>
internal static class SettingEndpoints
{
    private const string MayRead = "settings:get";
    private const string MayWrite = "settings:manage";

    public static void Map(RouteTable routes)
    {
        routes.Api("GET", "/api/settings", MayRead, GetAsync);
        routes.Api("PUT", "/api/settings", MayWrite, PutAllAsync);
        if (routes.Process.Quirks.HasSettingByKey)
            routes.Api("PUT", "/api/settings/{key}", MayWrite, PutOneAsync);
        routes.Api("POST", "/api/admin/reload", MayWrite, async call =>
        {
            await call.DataAsync(true);
            call.Process.RequestReload();
        });
    }

    private static async Task GetAsync(Call call)
    {
        try
        {
            await call.DataAsync(await call.Process.StoredSettings.ReadMaskedAsync(call.Aborted));
        }
        catch (WrongTypeException e)
        {
            throw Undecodable(e);
        }
    }

    private static async Task PutAllAsync(Call call)
    {
        SettingStore store = call.Process.StoredSettings;
        JsonObject settings;
        try
        {
            settings = store.Decode(await call.ReadObjectAsync());
        }
        catch (WrongTypeException e)
        {
            throw new RefusalException(StatusCodes.Status400BadRequest, $"Unmarshal type error: {e.Message}");
        }
        if (SettingRules.Apply(settings, call.Process.Quirks) is { } objection)
            throw new RefusalException(StatusCodes.Status400BadRequest, objection);
        try
        {
            await store.ReplaceAsync(settings, call.Aborted);
        }
        catch (WrongTypeException e)
        {
            throw Undecodable(e);
        }
        await AnswerAndReloadAsync(call);
    }

    private static async Task PutOneAsync(Call call)
    {
        string json = await call.ReadJsonTextAsync();
        if (json.Length == 0)
            throw new RefusalException(StatusCodes.Status500InternalServerError, "Error updating settings: pq: null value in column \"value\"");
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            throw new RefusalException(StatusCodes.Status400BadRequest, "Invalid JSON value");
        }
        await call.Process.StoredSettings.WriteOneAsync(call.Part("key"), json, call.Aborted);
        await AnswerAndReloadAsync(call);
    }

    /// <summary>Answers first and reloads a moment later; not at all while a campaign runs (G26).</summary>
    private static async Task AnswerAndReloadAsync(Call call)
    {
        ListmonkProcess process = call.Process;
        process.NeedsRestart = await process.Database.ScalarAsync<bool>(
            "select exists (select from campaigns where status = 'running')", call.Aborted);
        await call.DataAsync(process.NeedsRestart ? new JsonObject { ["needs_restart"] = true } : true);
        if (!process.NeedsRestart)
            process.RequestReload();
    }

    private static RefusalException Undecodable(WrongTypeException e) =>
        new(StatusCodes.Status500InternalServerError, $"Error encoding settings: {e.Message}");
}
