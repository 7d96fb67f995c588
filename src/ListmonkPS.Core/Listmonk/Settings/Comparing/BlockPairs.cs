using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;

namespace ListmonkPS.Core.Listmonk.Settings.Comparing;

/// <summary>The blocks of two arrays matched: by uuid, else by name, else by host, else by place among those that are left.</summary>
/// <param name="All">Address of the block, the block of the one array and of the other; null where there is none.</param>
internal sealed record BlockPairs(IReadOnlyList<(string Address, JsonObject? Left, JsonObject? Right)> All)
{
    /// <summary>Matches.</summary>
    public static BlockPairs Of(JsonArray left, JsonArray right)
    {
        IReadOnlyList<BlockIdentity> lefts = BlockIdentity.AllOf(left);
        IReadOnlyList<BlockIdentity> rights = BlockIdentity.AllOf(right);
        Dictionary<int, int> matches = [];
        Match(lefts, rights, matches, block => block.Uuid);
        Match(lefts, rights, matches, block => block.Name);
        Match(lefts, rights, matches, block => block.Host);
        Match(lefts, rights, matches, block => block.IndexText);

        List<(string, JsonObject?, JsonObject?)> pairs = [.. lefts.Select(block => (
            AddressOf(block, lefts, rights, matches), left[block.Index] as JsonObject,
            matches.TryGetValue(block.Index, out int other) ? right[other] as JsonObject : null))];
        pairs.AddRange(rights.Where(block => !matches.ContainsValue(block.Index)).Select(block => (
            block.ShortestAmong(rights), (JsonObject?)null, right[block.Index] as JsonObject)));
        return new BlockPairs(pairs);
    }

    /// <summary>The block of an array that an address of <see cref="All"/> means; null when it is not in this one.</summary>
    public static JsonObject? Find(JsonNode? array, string address)
    {
        IReadOnlyList<BlockIdentity> all = array is JsonArray blocks ? BlockIdentity.AllOf(blocks) : [];
        return all.FirstOrDefault(block => block.ShortestAmong(all) == address)?.Find(array);
    }

    /// <summary>Pairs blocks that are still alone and share a text that no other of them has.</summary>
    private static void Match(
        IReadOnlyList<BlockIdentity> lefts, IReadOnlyList<BlockIdentity> rights, Dictionary<int, int> matches, Func<BlockIdentity, string> by)
    {
        ILookup<string, BlockIdentity> open = rights.Where(block => !matches.ContainsValue(block.Index) && by(block).Length > 0).ToLookup(by, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, BlockIdentity> group in lefts.Where(block => !matches.ContainsKey(block.Index)).GroupBy(by, StringComparer.OrdinalIgnoreCase).ToArray())
        {
            if (group.Count() == 1 && open[group.Key].Count() == 1) matches[group.First().Index] = open[group.Key].First().Index;
        }
    }

    /// <summary>The address by which the block is found now, if it is still there.</summary>
    private static string AddressOf(BlockIdentity block, IReadOnlyList<BlockIdentity> lefts, IReadOnlyList<BlockIdentity> rights, Dictionary<int, int> matches) =>
        matches.TryGetValue(block.Index, out int other) ? rights.Single(right => right.Index == other).ShortestAmong(rights) : block.ShortestAmong(lefts);
}
