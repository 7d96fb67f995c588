using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>Equality of JSON values by type and content: the text "true" is not true, 1 and 1.0 are one number, the order of members does not count.</summary>
internal static class JsonEquality
{
    /// <summary>True when both are the same value.</summary>
    public static bool Same(JsonNode? left, JsonNode? right) => (left, right) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (JsonArray first, JsonArray second) => first.Count == second.Count && first.Zip(second).All(pair => Same(pair.First, pair.Second)),
        (JsonObject first, JsonObject second) => first.Count == second.Count
            && first.All(member => second.TryGetPropertyValue(member.Key, out JsonNode? other) && Same(member.Value, other)),
        (JsonValue, JsonValue) => SameScalar(left, right),
        _ => false,
    };

    private static bool SameScalar(JsonNode left, JsonNode right)
    {
        JsonValueKind kind = left.GetValueKind();
        if (kind != right.GetValueKind()) return false;
        return kind switch
        {
            JsonValueKind.String => left.GetValue<string>() == right.GetValue<string>(),
            JsonValueKind.Number => SameNumber(JsonSerializer.SerializeToElement(left), JsonSerializer.SerializeToElement(right)),
            _ => true,
        };
    }

    private static bool SameNumber(JsonElement left, JsonElement right) => left.TryGetDecimal(out decimal first) && right.TryGetDecimal(out decimal second)
        ? first == second
        : left.GetRawText() == right.GetRawText();
}
