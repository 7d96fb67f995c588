using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>Every settings key of listmonk that this module knows (contract 3.1 and 3.2). The row "migrations" is no setting and is not in it.</summary>
internal static class SettingCatalogue
{
    private static readonly JsonSerializerOptions FileOptions = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(), new VersionConverter() },
    };

    private static readonly Dictionary<string, SettingKey> ByName = Load().ToDictionary(key => key.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All keys, by name.</summary>
    public static IReadOnlyList<SettingKey> Keys { get; } = [.. ByName.Values.OrderBy(key => key.Name, StringComparer.Ordinal)];

    /// <summary>The key of a name, in any case; null when it is not known.</summary>
    public static SettingKey? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The keys that a version has, by name.</summary>
    public static IEnumerable<SettingKey> In(ListmonkVersion? version) => Keys.Where(key => key.ExistsIn(version));

    private static SettingKey[] Load()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("ListmonkPS.Core.Listmonk.Settings.Catalogue.catalogue.json")
            ?? throw new InvalidOperationException("catalogue.json is not embedded.");
        return [.. JsonSerializer.Deserialize<SettingKey[]>(file, FileOptions)!.Select(key => WithTextName(key, ""))];
    }

    private static SettingKey WithTextName(SettingKey key, string parent) =>
        key with { TextName = parent + key.Name, Members = [.. key.Members.Select(member => WithTextName(member, parent + key.Name + "."))] };

    private sealed class VersionConverter : JsonConverter<ListmonkVersion>
    {
        public override ListmonkVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ListmonkVersion.Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, ListmonkVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
