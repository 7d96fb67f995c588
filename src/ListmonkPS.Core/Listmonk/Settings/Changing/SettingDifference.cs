using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>What differs between two snapshots, beyond what listmonk itself does to settings when it stores them.</summary>
internal static class SettingDifference
{
    /// <summary>Keys whose values differ, in the order of their names.</summary>
    /// <param name="before">Snapshot from before.</param>
    /// <param name="after">Snapshot from after, from the same source.</param>
    /// <param name="except">The keys that were changed on purpose.</param>
    public static IReadOnlyList<string> Between(SettingSnapshot before, SettingSnapshot after, IReadOnlyCollection<string> except) =>
        [.. before.Values.Keys.Union(after.Values.Keys, StringComparer.Ordinal)
            .Where(name => !except.Contains(name) && !IsSame(name, before, after))
            .Order(StringComparer.Ordinal)];

    private static bool IsSame(string name, SettingSnapshot before, SettingSnapshot after) =>
        before.Values.TryGetValue(name, out JsonNode? left) && after.Values.TryGetValue(name, out JsonNode? right)
        && before.Missing.Contains(name) == after.Missing.Contains(name) && StoredLikeness.IsSame(name, left, right);
}
