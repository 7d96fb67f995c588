using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Comparing;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>What differs after a change that was not part of it: whole keys, and members of the rows that were changed.</summary>
internal static class UnplannedDifference
{
    /// <summary>Addresses of what differs.</summary>
    /// <param name="change">What was changed on purpose.</param>
    /// <param name="before">Settings from before.</param>
    /// <param name="after">Settings from after, from the same source.</param>
    public static IEnumerable<string> Of(PlannedChange change, SettingSnapshot before, SettingSnapshot after) =>
        SettingDifference.Between(before, after, [.. change.Rows.Select(row => row.Key.Name)])
            .Concat(change.Rows.SelectMany(row => InRow(row, before, after)));

    private static IEnumerable<string> InRow(PlannedRow row, SettingSnapshot before, SettingSnapshot after)
    {
        if (row.Edits is [{ Target.IsMember: false }]) return [];
        JsonNode? stored = SettingSelection.Complete(row.Key.Name, after, row.Version);
        JsonNode? expected = SettingSelection.Complete(row.Key.Name, before, row.Version);
        // Whether the places that were meant have their new values is judged apart; here they are as they are.
        foreach (SettingEdit edit in row.Edits) expected = edit.Target.Write(expected, edit.Target.Read(stored)) ?? expected;
        return StoredLikeness.IsSame(row.Key.Name, expected, stored)
            ? []
            : MemberDifference.Between(row.Key.Name, row.Key, expected, stored).Select(difference => difference.Name);
    }
}
