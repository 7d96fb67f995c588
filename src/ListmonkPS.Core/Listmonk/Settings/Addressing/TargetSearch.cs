using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Addressing;

/// <summary>Finds the places of one row that an address means: blocks by name, uuid, host or index, members by name.</summary>
/// <param name="keyName">The key.</param>
/// <param name="row">Its value, with all members of the version.</param>
/// <param name="version">Version of the server; null when it is not known.</param>
internal sealed class TargetSearch(string keyName, JsonNode? row, ListmonkVersion? version)
{
    private readonly SettingKey? _key = SettingCatalogue.Find(keyName);

    /// <summary>The places, in the order of the array and of the names.</summary>
    /// <param name="steps">The way below the key.</param>
    /// <exception cref="FailureException">SettingMemberNotFound, SettingMemberAmbiguous or SettingNotInVersion, for a step without a wildcard.</exception>
    public IReadOnlyList<SettingTarget> Find(IReadOnlyList<NamePattern> steps)
    {
        if (steps.Count == 0) return [SettingTarget.Of(keyName)];
        bool hasBlocks = _key is null ? row is JsonArray : _key is { Type: SettingValueType.ObjectArray };
        return hasBlocks
            ? [.. FindBlocks(row as JsonArray ?? [], steps[0]).SelectMany(block => FindMembers(block, steps, 1))]
            : [.. FindMembers(new SettingTarget(keyName, _key, null, [], _key, keyName), steps, 0)];
    }

    private IEnumerable<SettingTarget> FindBlocks(JsonArray array, NamePattern step)
    {
        IReadOnlyList<BlockIdentity> all = BlockIdentity.AllOf(array);
        BlockIdentity[] found = [.. all.Where(block => block.Names.Any(step.IsMatch))];
        if (!step.HasWildcard && found.Length != 1)
        {
            string address = HarmlessText.Of(AddressText.Of(keyName, [step.Name]));
            string[] ways = [.. (found.Length == 0 ? all : found).Select(block => HarmlessText.Of(AddressText.Of(keyName, [Unmistakable(block, step.Name, all)])))];
            throw new FailureException(
                found.Length == 0 ? SettingFailures.SettingMemberNotFound(address, ways) : SettingFailures.SettingMemberAmbiguous(address, ways));
        }

        SettingKey? leaf = _key is null ? null : _key with { Type = SettingValueType.Object, Default = null, Earlier = null };
        return found.Select(block => new SettingTarget(
            keyName, _key, block, [], leaf, AddressText.Of(_key?.Name ?? keyName, [block.ShortestAmong(all)])));
    }

    /// <summary>How to address a block when the given text means several.</summary>
    private static string Unmistakable(BlockIdentity block, string given, IReadOnlyList<BlockIdentity> all)
    {
        string shortest = block.ShortestAmong(all);
        return string.Equals(shortest, given, StringComparison.OrdinalIgnoreCase) && block.Uuid.Length > 0 ? block.Uuid : shortest;
    }

    private IEnumerable<SettingTarget> FindMembers(SettingTarget parent, IReadOnlyList<NamePattern> steps, int at)
    {
        if (at == steps.Count) return [parent];
        string[] names = [.. NamesIn(parent)];
        string[] found = [.. names.Where(steps[at].IsMatch)];
        if (found.Length == 0 && !steps[at].HasWildcard) throw new FailureException(NotFound(parent, steps[at].Name, names));
        return found.SelectMany(name => FindMembers(
            parent with { Path = [.. parent.Path, name], Leaf = MemberOf(parent, name), Name = AddressText.Of(parent.Name, [name]) }, steps, at + 1));
    }

    /// <summary>Members that are there or could be, by name.</summary>
    private IEnumerable<string> NamesIn(SettingTarget place)
    {
        IEnumerable<string> present = place.Read(row) is JsonObject members ? members.Select(member => member.Key) : [];
        IEnumerable<string> known = (place.Leaf?.Members ?? []).Where(member => member.ExistsIn(version)).Select(member => member.Name);
        return present.Union(known, StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private Failure NotFound(SettingTarget parent, string name, IReadOnlyCollection<string> names)
    {
        string address = HarmlessText.Of(AddressText.Of(parent.Name, [name]));
        return parent.Leaf?.Member(name) is { } member && version is not null && !member.ExistsIn(version)
            ? SettingFailures.SettingNotInVersion(address, version.Text, member.Since?.Text, member.Until?.Text)
            : SettingFailures.SettingMemberNotFound(address, [.. Nearest(name, names).Select(near => HarmlessText.Of(AddressText.Of(parent.Name, [near])))]);
    }

    private static IReadOnlyCollection<string> Nearest(string name, IReadOnlyCollection<string> names) =>
        NearestNames.Of(name, names) is { Count: > 0 } near ? near : names;

    private static SettingKey? MemberOf(SettingTarget parent, string name) => parent.Leaf?.Members.FirstOrDefault(member => member.Name == name);
}
