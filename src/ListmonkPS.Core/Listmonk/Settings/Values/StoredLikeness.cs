using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// Whether two values of a key are one but for what listmonk itself does to settings when it stores them: it cuts the slashes at the end of root_url, trims
/// SMTP hosts (v4.0.0), puts "email-" before SMTP names (v5.0.0), gives blocks their uuid, and writes members out that a block lacked, as empty, 0 or false
/// (contract 3.1, 3.3, G6).
/// </summary>
internal static class StoredLikeness
{
    /// <summary>True when two values of a key are the same but for listmonk's own doing.</summary>
    public static bool IsSame(string name, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonValue, JsonValue) when name == SettingKeys.RootUrl && TextOf(before) is { } left && TextOf(after) is { } right => left.TrimEnd('/') == right.TrimEnd('/'),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => IsSameInside(name, pair.First, pair.Second)),
        (JsonObject, JsonObject) => IsSameInside(name, before, after),
        _ => JsonEquality.Same(before, after),
    };

    private static bool IsSameInside(string name, JsonNode? before, JsonNode? after) => (before, after) switch
    {
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key), StringComparer.Ordinal)
            .All(member => IsSameMember(name, member, left[member], right[member])),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => IsSameInside(name, pair.First, pair.Second)),
        _ => JsonEquality.Same(before, after),
    };

    private static bool IsSameMember(string name, string member, JsonNode? before, JsonNode? after) =>
        IsSameInside(name, before, after)
        || (before is null && IsZero(after)) || (after is null && IsZero(before))
        || (member == "uuid" && (before is null || IsZero(before)) && TextOf(after)?.Length > 0)
        || (name == SettingKeys.Smtp && member == "host" && TextOf(before) is { } host && host.Trim() == TextOf(after))
        || (name == SettingKeys.Smtp && member == "name" && TextOf(before) is { } smtp && TextForm.SmtpName(smtp) == TextOf(after));

    /// <summary>What a member that is left out is stored as.</summary>
    private static bool IsZero(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject members => members.All(member => IsZero(member.Value)),
        _ => value.GetValueKind() switch
        {
            JsonValueKind.False => true,
            JsonValueKind.String => value.GetValue<string>().Length == 0,
            JsonValueKind.Number => JsonEquality.Same(value, JsonValue.Create(0)),
            _ => false,
        },
    };

    private static string? TextOf(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
