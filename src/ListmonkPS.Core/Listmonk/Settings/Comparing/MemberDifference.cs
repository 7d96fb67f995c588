using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Listmonk.Settings.Comparing;

/// <summary>One place at which two values of a key differ: as deep in them as possible, arrays of blocks matched by uuid, name or host.</summary>
/// <param name="Name">Address of the place.</param>
/// <param name="Leaf">What is known of it; null when nothing is.</param>
/// <param name="Left">The one value; null when it is absent.</param>
/// <param name="Right">The other.</param>
/// <param name="IsLeftThere">False when only the other has this place.</param>
/// <param name="IsRightThere">False when only the one has it.</param>
internal sealed record MemberDifference(string Name, SettingKey? Leaf, JsonNode? Left, JsonNode? Right, bool IsLeftThere, bool IsRightThere)
{
    private const string Uuid = "uuid";

    /// <summary>Where two values differ.</summary>
    /// <param name="name">Address of the values.</param>
    /// <param name="leaf">What is known of them; null when nothing is.</param>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <param name="isWhole">True for an object that stands for one value, also for two that are equal; null when there are none.</param>
    public static IEnumerable<MemberDifference> Between(
        string name, SettingKey? leaf, JsonNode? left, JsonNode? right, Predicate<JsonNode?>? isWhole = null)
    {
        if (isWhole?.Invoke(left) == true || isWhole?.Invoke(right) == true) return [new MemberDifference(name, leaf, left, right, true, true)];
        return (left, right) switch
        {
            (JsonArray first, JsonArray second) when IsBlocks(leaf, first) && IsBlocks(leaf, second) => BetweenBlocks(name, leaf, first, second, isWhole),
            (JsonObject first, JsonObject second) => BetweenMembers(name, leaf, first, second, isWhole),
            _ when JsonEquality.Same(left, right) => [],
            _ => [new MemberDifference(name, leaf, left, right, true, true)],
        };
    }

    private static bool IsBlocks(SettingKey? leaf, JsonArray array) =>
        (leaf is null || leaf.Members.Count > 0) && array.All(item => item is JsonObject) && (leaf is not null || array.Count > 0);

    private static IEnumerable<MemberDifference> BetweenMembers(
        string name, SettingKey? leaf, JsonObject left, JsonObject right, Predicate<JsonNode?>? isWhole) =>
        left.Select(member => member.Key).Union(right.Select(member => member.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .SelectMany(member => BetweenMember(name, leaf, member, left, right, isWhole));

    private static IEnumerable<MemberDifference> BetweenMember(
        string name, SettingKey? leaf, string member, JsonObject left, JsonObject right, Predicate<JsonNode?>? isWhole)
    {
        string address = AddressText.Of(name, [member]);
        SettingKey? known = leaf?.Members.FirstOrDefault(key => key.Name == member);
        bool isLeftThere = left.TryGetPropertyValue(member, out JsonNode? first);
        bool isRightThere = right.TryGetPropertyValue(member, out JsonNode? second);
        return isLeftThere && isRightThere
            ? Between(address, known, first, second, isWhole)
            : [new MemberDifference(address, known, first, second, isLeftThere, isRightThere)];
    }

    private static IEnumerable<MemberDifference> BetweenBlocks(
        string name, SettingKey? leaf, JsonArray left, JsonArray right, Predicate<JsonNode?>? isWhole)
    {
        BlockPairs pairs = BlockPairs.Of(left, right);
        SettingKey? block = leaf is null ? null : leaf with { Type = SettingValueType.Object };
        foreach ((string address, JsonObject? first, JsonObject? second) in pairs.All)
        {
            string place = AddressText.Of(name, [address]);
            if (first is null || second is null) yield return new MemberDifference(place, block, first, second, first is not null, second is not null);
            else foreach (MemberDifference difference in BetweenMembers(place, block, first, second, isWhole).Where(inner => !IsFirstUuid(inner))) yield return difference;
        }
    }

    /// <summary>A block gets its uuid at the first save; that is no change of it.</summary>
    private static bool IsFirstUuid(MemberDifference difference) =>
        difference.Leaf is { IsFixed: true, Name: Uuid } && (JsonEquality.Same(difference.Left, JsonValue.Create("")) || difference.Left is null);
}
