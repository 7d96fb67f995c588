using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Reads the answer of GET /api/profile, lenient about where the role stands.</summary>
internal static class ProfileReader
{
    private static readonly string[] RoleNames = ["user_role", "role"];

    /// <summary>The profile; null when there is none in the answer.</summary>
    public static ApiProfile? Read(JsonNode? data)
    {
        if (data is not JsonObject profile)
            return null;
        JsonObject? role = RoleNames.Select(name => profile[name]).OfType<JsonObject>().FirstOrDefault();
        string[] permissions = [.. Texts(role?["permissions"] ?? profile["permissions"])];
        return new ApiProfile(Text(profile["username"] ?? profile["name"]), permissions, IsFirst(role?["id"]));
    }

    private static bool IsFirst(JsonNode? id) =>
        id is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) && number == 1;

    private static IEnumerable<string> Texts(JsonNode? node) => node is JsonArray items ? items.Select(Text).Where(text => text.Length > 0) : [];

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? HarmlessText.Of(text) : "";
}
