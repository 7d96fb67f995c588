using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// Whether a stored value has the JSON type that listmonk reads. One that has not makes GET and PUT of all settings fail with 500 (contract 3.5, G32);
/// JSON null is read as the zero value and does no such harm.
/// </summary>
internal static class SettingShape
{
    /// <summary>True when listmonk can read the value.</summary>
    public static bool Fits(SettingKey key, JsonNode? value) => value is null || key.Type switch
    {
        SettingValueType.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        SettingValueType.Number => value.GetValueKind() == JsonValueKind.Number && JsonSerializer.SerializeToElement(value).TryGetInt64(out _),
        SettingValueType.StringArray => IsArrayOf(value, JsonValueKind.String),
        SettingValueType.ObjectArray => IsArrayOf(value, JsonValueKind.Object),
        SettingValueType.Object => value is JsonObject,
        SettingValueType.Unknown => true,
        _ => value.GetValueKind() == JsonValueKind.String,
    };

    private static bool IsArrayOf(JsonNode value, JsonValueKind kind) =>
        value is JsonArray array && array.All(item => item is null || item.GetValueKind() == kind);
}
