using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.TestBench.StandIn.Http;
using ListmonkPS.TestBench.StandIn.Loaded;
using ListmonkPS.TestBench.StandIn.Process;

namespace ListmonkPS.TestBench.StandIn.Endpoints;

/// <summary>What the server says of itself: /api/config in the usual frame, /api/about bare (G18).</summary>
internal static class AboutEndpoints
{
    public static void Map(RouteTable routes)
    {
        routes.Api("GET", "/api/config", null, call => call.DataAsync(Config(call)));
        routes.Api("GET", "/api/about", null, async call => await call.JsonAsync(200, await AboutAsync(call)));
    }

    private static JsonObject Config(Call call)
    {
        ListmonkProcess process = call.Process;
        Quirks quirks = process.Quirks;
        LoadedSettings settings = process.Settings;
        JsonObject config = new()
        {
            ["messengers"] = new JsonArray("email"),
            ["langs"] = new JsonArray(new JsonObject { ["code"] = "en", ["name"] = "English (en)" }),
            ["lang"] = settings.Text("app.lang"),
            ["update"] = null,
            ["needs_restart"] = process.NeedsRestart,
            ["version"] = quirks.Version.Text,
        };
        if (!quirks.HasUsers)
            return config;
        config["root_url"] = settings.RootUrl;
        config["from_email"] = settings.Text("app.from_email");
        config["has_legacy_user"] = false;
        config["public_subscription"] = new JsonObject
        {
            ["enabled"] = settings.Flag("app.enable_public_subscription_page"),
            ["captcha_enabled"] = false,
            ["captcha_provider"] = null,
            ["captcha_key"] = null,
        };
        config["media_provider"] = settings.Text("upload.provider");
        config["privacy"] = new JsonObject
        {
            ["disable_tracking"] = settings.Flag("privacy.disable_tracking"),
            ["individual_tracking"] = settings.Flag("privacy.individual_tracking"),
        };
        return config;
    }

    private static async Task<JsonObject> AboutAsync(Call call) => new()
    {
        ["version"] = call.Process.Quirks.Version.Text,
        ["build"] = $"{call.Process.Quirks.Version} (#0000000 2026-06-26T00:00:00Z)",
        ["go_version"] = "go1.24.1",
        ["go_arch"] = "amd64",
        ["database"] = new JsonObject
        {
            ["version"] = await call.Process.Database.ScalarAsync<string>("select version()", call.Aborted),
            ["size_mb"] = await call.Process.Database.ScalarAsync<long>("select pg_database_size(current_database()) / 1048576", call.Aborted),
        },
        ["system"] = new JsonObject { ["num_cpu"] = Environment.ProcessorCount, ["memory_alloc_mb"] = 12, ["memory_from_os_mb"] = 30 },
        ["host"] = new JsonObject { ["os"] = "linux", ["arch"] = "amd64", ["hostname"] = Environment.MachineName },
    };
}
