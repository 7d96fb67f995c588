using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Which members of GET /api/config are settings that the process has loaded; everywhere else the API shows only what is stored (G4).</summary>
internal static class LoadedSettings
{
    private static readonly (string Key, string[] Path)[] Places =
    [
        ("app.lang", ["lang"]),
        ("app.root_url", ["root_url"]),
        ("app.from_email", ["from_email"]),
        ("app.enable_public_subscription_page", ["public_subscription", "enabled"]),
        ("privacy.disable_tracking", ["privacy", "disable_tracking"]),
        ("privacy.individual_tracking", ["privacy", "individual_tracking"]),
    ];

    /// <summary>Those that an answer has.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Of(JsonObject? config)
    {
        Dictionary<string, JsonNode?> loaded = new(StringComparer.Ordinal);
        foreach ((string key, string[] path) in Places)
        {
            JsonNode? node = config;
            foreach (string step in path) node = (node as JsonObject)?[step];
            if (node is JsonValue) loaded[key] = node;
        }

        return loaded;
    }
}
