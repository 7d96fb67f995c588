using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>The keys of a snapshot that were asked for, and the names that are none.</summary>
/// <param name="Keys">Keys, in the order of their names.</param>
/// <param name="Failures">One failure for each name without a wildcard that does not exist.</param>
internal sealed record SettingSelection(IReadOnlyList<string> Keys, IReadOnlyList<Failure> Failures)
{
    /// <summary>Selects by names with wildcards; none for all.</summary>
    public static SettingSelection Of(SettingSnapshot snapshot, IReadOnlyList<string> names, ListmonkVersion? version)
    {
        SortedSet<string> keys = new(names.Count == 0 ? snapshot.Values.Keys : [], StringComparer.Ordinal);
        List<Failure> failures = [];
        foreach (NamePattern pattern in names.Select(name => new NamePattern(name)))
        {
            string[] found = [.. snapshot.Values.Keys.Where(pattern.IsMatch)];
            keys.UnionWith(found);
            if (found.Length == 0 && !pattern.HasWildcard) failures.Add(NotFound(pattern.Name, snapshot, version));
        }

        return new SettingSelection([.. keys], failures);
    }

    /// <summary>Why a snapshot has no such key.</summary>
    public static Failure NotFound(string name, SettingSnapshot snapshot, ListmonkVersion? version) => SettingCatalogue.Find(name) switch
    {
        { } key when version is not null && !key.ExistsIn(version) =>
            SettingFailures.SettingNotInVersion(key.Name, version.Text, key.Since?.Text, key.Until?.Text),
        { InApi: false } key when snapshot.Source == Access.Api => SettingFailures.SettingNotInApi(key.Name),
        _ => SettingFailures.SettingNotFound(
            HarmlessText.Of(name), NearestNames.Of(name, snapshot.Values.Keys.Where(key => SettingCatalogue.Find(key) is not null))),
    };
}
