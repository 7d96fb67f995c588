using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>Where in a value the secrets are (contract 3.6); where the catalogue does not know, names that say so count as secrets.</summary>
internal static class SecretPlaces
{
    private static readonly string[] Endings = ["password", "passwd", "secret", "token", "secret_key", "private_key", "api_key", "authorization", "credential"];

    /// <summary>A copy of a value in which each secret is replaced.</summary>
    /// <param name="name">Name of the key.</param>
    /// <param name="key">The key; null when it is not known.</param>
    /// <param name="value">The value, also one of the wrong type.</param>
    /// <param name="replace">Makes the replacement from the secret.</param>
    public static JsonNode? Replace(string name, SettingKey? key, JsonNode? value, Func<JsonNode?, JsonNode?> replace)
    {
        bool isWhole = key is null ? LooksSecret(name) || name.EndsWith("key", StringComparison.OrdinalIgnoreCase) : key.IsSecret;
        // Where secrets are members, a value without members is of the wrong type: it may hold them all in one text.
        bool hasNoMembers = value is JsonValue && key is { SecretMembers.Count: > 0 };
        return isWhole || hasNoMembers ? replace(value) : Inside(value, "", key?.SecretMembers ?? [], replace);
    }

    private static JsonNode? Inside(JsonNode? value, string path, IReadOnlyList<string> secrets, Func<JsonNode?, JsonNode?> replace)
    {
        return value switch
        {
            JsonArray array => new JsonArray([.. array.Select(item => Inside(item, path, secrets, replace))]),
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value)))),
            _ => value?.DeepClone(),
        };

        JsonNode? Member(string name, JsonNode? member)
        {
            string inner = path.Length == 0 ? name : path + "." + name;
            return secrets.Contains(inner, StringComparer.Ordinal) || LooksSecret(name) ? replace(member) : Inside(member, inner, secrets, replace);
        }
    }

    private static bool LooksSecret(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
