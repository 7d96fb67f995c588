using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Settings.Writing;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Changing;

/// <summary>Finds the places of assignments and converts their values.</summary>
/// <param name="now">The settings now.</param>
/// <param name="version">Version of the server; null when it is not known.</param>
internal sealed class AssignmentReader(SettingSnapshot now, ListmonkVersion? version)
{
    /// <summary>Refuses what is wrong whatever the server says, so that it costs no request.</summary>
    public static void CheckEarly(IEnumerable<SettingAssignment> assignments)
    {
        foreach (SettingAssignment assignment in assignments)
        {
            if (SettingCatalogue.Find(assignment.Name) is { } key) SettingConversion.Convert(key, assignment.Value);
        }
    }

    /// <summary>The changes, in the given order; the same one given twice is one.</summary>
    /// <exception cref="FailureException">A name or a value is wrong.</exception>
    public IReadOnlyList<SettingEdit> Read(IEnumerable<SettingAssignment> assignments)
    {
        List<SettingEdit> edits = [];
        foreach (SettingAssignment assignment in assignments)
        {
            SettingEdit edit = Read(assignment);
            SettingEdit? twin = edits.Find(other => other.Target.Name == edit.Target.Name);
            if (twin is null) edits.Add(edit);
            else if (!JsonEquality.Same(twin.New, edit.New)) throw new FailureException(SettingFailures.SettingGivenTwice(edit.Target.Name));
        }

        return edits;
    }

    private SettingEdit Read(SettingAssignment assignment)
    {
        SettingTarget target = Find(assignment.Name);
        if (target.Leaf is not { } leaf) throw new FailureException(SettingFailures.SettingTypeUnknown(HarmlessText.Of(target.Name)));
        if (leaf.IsFixed) throw new FailureException(SettingFailures.SettingMemberFixed(target.Name));
        JsonNode? value = SettingConversion.Convert(leaf with { Name = HarmlessText.Of(target.Name) }, assignment.Value);
        if (target.IsMember && !SettingShape.Fits(target.Key!, now.Values[target.KeyName]))
            throw new FailureException(SettingFailures.SettingRowUnusable(target.Name, target.KeyName));
        JsonNode? old = target.Read(SettingSelection.Complete(target.KeyName, now, version));
        // A masked secret says nothing of its value, so that it counts as different.
        bool isNeeded = now.Missing.Contains(target.KeyName) || (leaf.IsSecret && now.Source == Access.Api) || !JsonEquality.Same(old, value);
        return new SettingEdit(target, old, value, isNeeded);
    }

    private SettingTarget Find(string name)
    {
        AddressText address = AddressText.Parse(name, hasWildcards: false);
        string key = SettingCatalogue.Find(address.Key.Name)?.Name ?? address.Key.Name;
        return now.Values.ContainsKey(key)
            ? SettingSelection.Search(key, now, version).Find(address.Steps)[0]
            : throw new FailureException(SettingSelection.NotFound(address.Key.Name, now, version));
    }
}
