using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Writing;

/// <summary>All that changes in one row.</summary>
/// <param name="Key">The key.</param>
/// <param name="Edits">The changes, one at least.</param>
/// <param name="Version">Version of the server; null when it is not known.</param>
internal sealed record PlannedRow(SettingKey Key, IReadOnlyList<SettingEdit> Edits, ListmonkVersion? Version)
{
    /// <summary>The row with its changes; all else of it stays as it is now.</summary>
    /// <param name="row">The row as it is now; null when it is missing or JSON null.</param>
    /// <exception cref="FailureException">SettingChangedMeanwhile: a block is not there any more.</exception>
    public JsonNode? Apply(JsonNode? row)
    {
        JsonNode? changed = row ?? (Edits[0].Target.IsMember ? Key.DefaultIn(Version) : null);
        foreach (SettingEdit edit in Edits)
        {
            changed = edit.Target.Write(changed, edit.New);
            if (changed is null && edit.Target.IsMember) throw new FailureException(SettingFailures.SettingChangedMeanwhile(edit.Target.Name));
        }

        return changed;
    }

    /// <summary>Refuses when one of the places is not what it was when the change was planned; other places of the row may have changed.</summary>
    /// <param name="now">The settings now.</param>
    /// <param name="source">Where they were read for the plan: masks and bare secrets cannot be compared.</param>
    /// <exception cref="FailureException">SettingChangedMeanwhile.</exception>
    public void CheckUnchanged(SettingSnapshot now, Access source)
    {
        JsonNode? row = SettingSelection.Complete(Key.Name, now, Version);
        foreach (SettingEdit edit in Edits)
        {
            if (edit.Target.Block?.IsStillAt(row) == false || !IsSame(edit, edit.Target.Read(row), now.Source == source))
                throw new FailureException(SettingFailures.SettingChangedMeanwhile(edit.Target.Name));
        }
    }

    private bool IsSame(SettingEdit edit, JsonNode? now, bool isComparable)
    {
        (JsonNode? before, JsonNode? after) = isComparable ? (edit.Old, now) : (SettingPresenter.Hide(edit.Target, edit.Old), SettingPresenter.Hide(edit.Target, now));
        return edit.Target.IsMember ? JsonEquality.Same(before, after) : StoredLikeness.IsSame(Key.Name, before, after);
    }
}
