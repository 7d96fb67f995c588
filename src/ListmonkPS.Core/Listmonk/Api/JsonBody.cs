using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Listmonk.Api;

/// <summary>Reads JSON that a stranger wrote.</summary>
internal static class JsonBody
{
    /// <summary>
    /// The text as JSON nodes, or null when it is no JSON that can be used. Nodes are made lazily, and what is wrong inside (a member twice, half a
    /// surrogate pair) would throw at some later reader: so all of them are touched here.
    /// </summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(text);
            Touch(node);
            return node;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static void Touch(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (KeyValuePair<string, JsonNode?> member in members)
                    Touch(member.Value);
                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                    Touch(item);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                _ = value.GetValue<string>();
                break;
            default:
                break;
        }
    }
}
