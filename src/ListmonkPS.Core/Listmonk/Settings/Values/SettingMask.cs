using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// Hides secrets in values before they leave this module. A secret that is set becomes eight bullets, so that its length does not leak as it
/// does in listmonk's own mask (contract 3.6); one that is not set becomes empty text.
/// </summary>
internal static class SettingMask
{
    /// <summary>The character of listmonk's mask and of ours.</summary>
    public const char Bullet = '\u2022';

    /// <summary>A secret that is set.</summary>
    public static readonly string Set = new(Bullet, 8);

    /// <summary>A copy of a value without its secrets.</summary>
    /// <param name="name">Name of the key.</param>
    /// <param name="key">The key; null when it is not known.</param>
    /// <param name="value">The value, also one of the wrong type.</param>
    public static JsonNode? Hide(string name, SettingKey? key, JsonNode? value) =>
        SecretPlaces.Replace(name, key, value, secret => JsonValue.Create(IsEmpty(secret) ? "" : Set));

    /// <summary>
    /// A copy of a value in which each of listmonk's masks is empty text: so the server keeps the secret that it has. The mask itself it would
    /// take for the new secret (G7).
    /// </summary>
    public static JsonNode? Blank(string name, SettingKey? key, JsonNode? value) =>
        SecretPlaces.Replace(name, key, value, secret => IsMask(secret) ? JsonValue.Create("") : secret?.DeepClone());

    /// <summary>True when there is a mask at one of the secret places of a value.</summary>
    public static bool HasMask(string name, SettingKey? key, JsonNode? value) => HasSecret(name, key, value, IsMask);

    /// <summary>True when a value has a place for a secret.</summary>
    public static bool HasSecret(string name, SettingKey? key, JsonNode? value) => HasSecret(name, key, value, _ => true);

    private static bool HasSecret(string name, SettingKey? key, JsonNode? value, Predicate<JsonNode?> isMeant)
    {
        bool found = false;
        SecretPlaces.Replace(name, key, value, secret =>
        {
            found |= isMeant(secret);
            return null;
        });
        return found;
    }

    private static bool IsMask(JsonNode? value) => TextOf(value) is { Length: > 0 } text && !text.AsSpan().ContainsAnyExcept(Bullet);

    private static bool IsEmpty(JsonNode? value) =>
        value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 } || TextOf(value)?.Length == 0;

    private static string? TextOf(JsonNode? value) =>
        value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
