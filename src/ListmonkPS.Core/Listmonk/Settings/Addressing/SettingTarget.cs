using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Addressing;

/// <summary>One place in the settings: a key, a block of its array, or a member.</summary>
/// <param name="KeyName">The key.</param>
/// <param name="Key">The same in the catalogue; null when it is not known.</param>
/// <param name="Block">The block of an array; null for none.</param>
/// <param name="Path">Names of members from there on; empty for the key or block itself.</param>
/// <param name="Leaf">What is known of the place; null when nothing is.</param>
/// <param name="Name">The address that is shown, and that leads here again.</param>
internal sealed record SettingTarget(
    string KeyName, SettingKey? Key, BlockIdentity? Block, IReadOnlyList<string> Path, SettingKey? Leaf, string Name)
{
    /// <summary>False for a whole key.</summary>
    public bool IsMember => Block is not null || Path.Count > 0;

    /// <summary>The last name on the way, by which unknown secrets are recognised.</summary>
    public string LastName => Path.Count > 0 ? Path[^1] : KeyName;

    /// <summary>A whole key.</summary>
    public static SettingTarget Of(string name) => SettingCatalogue.Find(name) is { } key
        ? new SettingTarget(key.Name, key, null, [], key, key.Name)
        : new SettingTarget(name, null, null, [], null, name);

    /// <summary>What stands at this place of a row; null when it is absent.</summary>
    public JsonNode? Read(JsonNode? row)
    {
        JsonNode? node = Block is null ? row : Block.Find(row);
        foreach (string step in Path) node = node is JsonObject members ? members[step] : null;
        return node;
    }

    /// <summary>A copy of a row with another value at this place; all else, unknown members and uuids too, stays as it is.</summary>
    /// <returns>The copy; null when the row has no such place.</returns>
    public JsonNode? Write(JsonNode? row, JsonNode? value)
    {
        if (!IsMember) return value?.DeepClone();
        JsonNode copy = row?.DeepClone() ?? new JsonObject();
        JsonObject? members = (Block is null ? copy : Block.Find(copy)) as JsonObject;
        foreach (string step in Path.SkipLast(1))
        {
            if (members is null) return null;
            if (members[step] is not JsonObject inner) members[step] = inner = [];
            members = inner;
        }

        if (members is null) return null;
        members[Path[^1]] = value?.DeepClone();
        return copy;
    }
}
