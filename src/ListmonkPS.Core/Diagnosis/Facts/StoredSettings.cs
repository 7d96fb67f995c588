using System.Text.Json;
using System.Text.Json.Nodes;

namespace ListmonkPS.Core.Diagnosis.Facts;

/// <summary>The settings as they are stored now, which need not be what the server loaded at its start (G4).</summary>
/// <param name="Values">Value by key; JSON null is null.</param>
/// <param name="Source">Where they were read. The API shows a missing row as an empty value; only the database tells.</param>
internal sealed record StoredSettings(IReadOnlyDictionary<string, JsonNode?> Values, Access Source)
{
    /// <summary>The source in words, for evidence.</summary>
    public string SourceText => Texts.Format(Source == Access.Database ? "check.source-settings-row" : "check.source-api-settings");

    /// <summary>JSON kind of a key's value; Undefined when there is no such row.</summary>
    public JsonValueKind KindOf(string key) =>
        Values.TryGetValue(key, out JsonNode? value) ? value?.GetValueKind() ?? JsonValueKind.Null : JsonValueKind.Undefined;

    /// <summary>A text value; null when it is missing or not a text.</summary>
    public string? TextOf(string key) => KindOf(key) == JsonValueKind.String ? Values[key]!.GetValue<string>() : null;
}
