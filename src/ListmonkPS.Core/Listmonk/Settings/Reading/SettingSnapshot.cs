using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Database;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>All settings of a server at one moment, as they are stored: secrets are masked by listmonk when the API was read, bare when the database was.</summary>
internal sealed class SettingSnapshot
{
    /// <summary>Deeper than any setting of listmonk; what is deeper is shown as a text that says so.</summary>
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 256 };

    private readonly Dictionary<string, JsonNode?> _values;

    private SettingSnapshot(Access source, Dictionary<string, JsonNode?> values, IReadOnlyDictionary<string, SettingRow>? rows, IReadOnlySet<string> missing) =>
        (Source, _values, Rows, Missing) = (source, values, rows, missing);

    /// <summary>Where it was read: Api or Database.</summary>
    public Access Source { get; }

    /// <summary>The values by key; keys whose row is missing are here with null.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Values => _values;

    /// <summary>The rows as they stand in the table; null when the API was read.</summary>
    public IReadOnlyDictionary<string, SettingRow>? Rows { get; }

    /// <summary>Keys of this version that have no row. The API does not tell: there they look like false, 0 or empty (G5).</summary>
    public IReadOnlySet<string> Missing { get; }

    /// <summary>A snapshot of what the API answers.</summary>
    public static SettingSnapshot OfApi(JsonObject all, ListmonkVersion? version)
    {
        Dictionary<string, JsonNode?> values = all.Where(IsSetting).ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        // An empty secret may be left out of the answer.
        foreach (SettingKey key in SettingCatalogue.In(version).Where(key => key is { IsSecret: true, InApi: true }))
        {
            if (version is not null) values.TryAdd(key.Name, JsonValue.Create(""));
        }

        return new SettingSnapshot(Access.Api, values, null, new HashSet<string>());
    }

    /// <summary>A snapshot of the settings table. Rows that another version left behind have no effect and are not in it.</summary>
    public static SettingSnapshot OfDatabase(IReadOnlyDictionary<string, SettingRow> rows, ListmonkVersion? version)
    {
        Dictionary<string, JsonNode?> values = rows.Values
            .Where(row => row.Key != SettingKeys.Migrations && SettingCatalogue.Find(row.Key)?.ExistsIn(version) != false)
            .ToDictionary(row => row.Key, row => Parse(row.Json), StringComparer.Ordinal);
        HashSet<string> missing = version is null ? [] : [.. SettingCatalogue.In(version).Select(key => key.Name).Where(name => !rows.ContainsKey(name))];
        foreach (string name in missing) values.Add(name, null);
        return new SettingSnapshot(Access.Database, values, rows, missing);
    }

    private static bool IsSetting(KeyValuePair<string, JsonNode?> member) => member.Key != SettingKeys.Migrations;

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: Depth);
        }
        catch (JsonException)
        {
            return JsonValue.Create(Texts.Format("setting.too-deep")); // jsonb is always JSON: only its depth can be at fault
        }
    }
}
