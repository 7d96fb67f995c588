using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// A stored array or object as listmonk itself sees it: a member that is absent, or null, is empty, 0 or false; one that only other versions have is not
/// there. So the API and the database show the same.
/// </summary>
internal static class KnownMembers
{
    /// <summary>A copy of a value with all members of the version.</summary>
    /// <param name="key">The key or member; null when it is not known.</param>
    /// <param name="value">Its value, also one of the wrong type, which stays as it is.</param>
    /// <param name="version">Version of the server; null when it is not known.</param>
    public static JsonNode? Complete(SettingKey? key, JsonNode? value, ListmonkVersion? version) => (key?.Type, value) switch
    {
        (SettingValueType.StringArray or SettingValueType.ObjectArray, null) => new JsonArray(),
        (SettingValueType.ObjectArray, JsonArray blocks) when key!.Members.Count > 0 =>
            new JsonArray([.. blocks.Select(block => block is JsonObject members ? Complete(key, members, version) : block?.DeepClone())]),
        (SettingValueType.Object, null) => Complete(key!, [], version),
        (SettingValueType.Object, JsonObject members) => Complete(key!, members, version),
        _ => value?.DeepClone(),
    };

    private static JsonObject Complete(SettingKey key, JsonObject members, ListmonkVersion? version)
    {
        JsonObject complete = new(members
            .Where(member => key.Members.FirstOrDefault(known => known.Name == member.Key)?.ExistsIn(version) != false)
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        foreach (SettingKey member in key.Members.Where(member => member.ExistsIn(version)))
        {
            if (!key.IsMap || complete.ContainsKey(member.Name)) complete[member.Name] = Complete(member, complete[member.Name], version) ?? Zero(member);
        }

        return complete;
    }

    private static JsonValue? Zero(SettingKey member) => member.Type switch
    {
        _ when member.IsNullable => null,
        SettingValueType.Boolean => JsonValue.Create(false),
        SettingValueType.Number => JsonValue.Create(0),
        _ => JsonValue.Create(""),
    };
}
