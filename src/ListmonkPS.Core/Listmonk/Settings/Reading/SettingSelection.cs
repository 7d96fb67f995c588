using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>The places of a snapshot that were asked for, and the names that are none.</summary>
/// <param name="Targets">Places, in the order of their keys; within one key in the order in which it holds them.</param>
/// <param name="Failures">One failure for each name without a wildcard that does not exist or means several.</param>
internal sealed record SettingSelection(IReadOnlyList<SettingTarget> Targets, IReadOnlyList<Failure> Failures)
{
    /// <summary>Selects by names with wildcards; none for all keys.</summary>
    public static SettingSelection Of(SettingSnapshot snapshot, IReadOnlyList<string> names, ListmonkVersion? version)
    {
        List<SettingTarget> targets = names.Count == 0 ? [.. snapshot.Values.Keys.Select(SettingTarget.Of)] : [];
        List<Failure> failures = [];
        foreach (string name in names)
        {
            AddressText address = AddressText.Parse(name, hasWildcards: true);
            string[] keys = [.. snapshot.Values.Keys.Where(address.Key.IsMatch).Order(StringComparer.Ordinal)];
            if (keys.Length == 0 && !address.Key.HasWildcard) failures.Add(NotFound(address.Key.Name, snapshot, version));
            foreach (string key in keys.Where(key => !address.Key.HasWildcard || address.Steps.Count == 0 || HasMembers(key))) Add(key, address);
        }

        return new SettingSelection([.. targets.DistinctBy(target => target.Name).OrderBy(target => target.KeyName, StringComparer.Ordinal)], failures);

        void Add(string key, AddressText address)
        {
            try
            {
                targets.AddRange(Search(key, snapshot, version).Find(address.Steps));
            }
            catch (FailureException exception)
            {
                if (!address.Key.HasWildcard) failures.Add(exception.Failure); // with a wildcard, keys without such a member are not meant
            }
        }
    }

    /// <summary>The search within one row of a snapshot.</summary>
    public static TargetSearch Search(string key, SettingSnapshot snapshot, ListmonkVersion? version) =>
        new(key, Complete(key, snapshot, version), version);

    /// <summary>A row of a snapshot with all members of the version; null when it is missing.</summary>
    public static JsonNode? Complete(string key, SettingSnapshot snapshot, ListmonkVersion? version) => snapshot.Missing.Contains(key)
        ? null
        : KnownMembers.Complete(SettingCatalogue.Find(key), snapshot.Values.GetValueOrDefault(key), version);

    /// <summary>Why a snapshot has no such key.</summary>
    public static Failure NotFound(string name, SettingSnapshot snapshot, ListmonkVersion? version) => SettingCatalogue.Find(name) switch
    {
        { } key when version is not null && !key.ExistsIn(version) =>
            SettingFailures.SettingNotInVersion(key.Name, version.Text, key.Since?.Text, key.Until?.Text),
        { InApi: false } key when snapshot.Source == Access.Api => SettingFailures.SettingNotInApi(key.Name),
        _ => SettingFailures.SettingNotFound(
            HarmlessText.Of(name), NearestNames.Of(name, snapshot.Values.Keys.Where(key => SettingCatalogue.Find(key) is not null))),
    };

    private static bool HasMembers(string key) => SettingCatalogue.Find(key) is null or { Members.Count: > 0 };
}
