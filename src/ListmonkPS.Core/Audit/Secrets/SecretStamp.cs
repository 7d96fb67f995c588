using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Audit.Secrets;

/// <summary>
/// What stands in a baseline in place of a secret: that it is empty, its keyed hash, or, where only listmonk's mask was seen, its length. An object with this
/// one member, so that it cannot be taken for a value.
/// </summary>
internal static class SecretStamp
{
    private const string Member = "$secret";
    private const string Empty = "empty";
    private const string Length = "length:";
    private const string Hash = "hmac-sha256:";

    /// <summary>The stamp of a secret that is known.</summary>
    /// <param name="secret">The secret, of whatever JSON type.</param>
    /// <param name="key">The key.</param>
    /// <param name="place">Where it stands: equal secrets at different places have different hashes.</param>
    public static JsonObject Of(JsonNode? secret, AuditKey key, string place) =>
        Make(IsEmpty(secret) ? Empty : $"{Hash}{key.Id}:{key.HashOf(place + "\0" + secret!.ToJsonString())}");

    /// <summary>The stamp of a secret of which only the mask is known (contract 3.6).</summary>
    public static JsonObject OfMask(JsonNode? mask) =>
        Make(IsEmpty(mask) ? Empty : Length + LengthOf(mask!).ToString(CultureInfo.InvariantCulture));

    /// <summary>True for a stamp.</summary>
    public static bool IsStamp(JsonNode? node) => TextOf(node) is not null;

    /// <summary>True for the stamp of a secret that is set.</summary>
    public static bool IsSet(JsonNode? stamp) => TextOf(stamp) is { } text && text != Empty;

    /// <summary>True when two stamps are of one secret, false when they are not, null when that cannot be told.</summary>
    public static bool? AreSame(JsonNode? left, JsonNode? right)
    {
        if (TextOf(left) is not { } first || TextOf(right) is not { } second) return false;
        if (first == Empty || second == Empty) return first == second;
        if (first.StartsWith(Length, StringComparison.Ordinal) && second.StartsWith(Length, StringComparison.Ordinal)) return first == second ? null : false;
        return KeyOf(first) is { } key && key == KeyOf(second) ? first == second : null;
    }

    /// <summary>Id of the key with which a stamp was made; null for a stamp without hash.</summary>
    public static string? KeyOf(JsonNode? stamp) => TextOf(stamp) is { } text ? KeyOf(text) : null;

    private static string? KeyOf(string text) =>
        text.StartsWith(Hash, StringComparison.Ordinal) && text[Hash.Length..].Split(':') is [{ } key, _] ? key : null;

    private static JsonObject Make(string text) => new() { [Member] = text };

    private static string? TextOf(JsonNode? node) =>
        node is JsonObject { Count: 1 } members && members[Member] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static int LengthOf(JsonNode mask) => mask.GetValueKind() == JsonValueKind.String ? mask.GetValue<string>().EnumerateRunes().Count() : 1;

    private static bool IsEmpty(JsonNode? secret) => secret is null || (secret.GetValueKind() == JsonValueKind.String && secret.GetValue<string>().Length == 0);
}
