using System.Text.Json.Nodes;
using ListmonkPS.Core.Audit.Secrets;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Reading;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Audit.Baselines;

/// <summary>The settings of a server at one moment, without secrets: what a baseline file holds, and what is compared.</summary>
/// <param name="Server">Name of the session.</param>
/// <param name="Listmonk">Version of listmonk; null when it was not known.</param>
/// <param name="Source">Where the settings were read; None for a fresh installation.</param>
/// <param name="Settings">Values by key, each secret replaced by its stamp; a row that is missing is not in it.</param>
internal sealed record SettingBaseline(string Server, string? Listmonk, Access Source, IReadOnlyDictionary<string, JsonNode?> Settings)
{
    /// <summary>The version.</summary>
    public ListmonkVersion? Version => ListmonkVersion.TryParse(Listmonk);

    /// <summary>The settings of a server.</summary>
    /// <param name="snapshot">As they were read.</param>
    /// <param name="access">Where.</param>
    /// <param name="key">Key of the hashes.</param>
    public static SettingBaseline Of(SettingSnapshot snapshot, SettingAccess access, AuditKey key) => new(
        access.Session.Name,
        access.Server.Version?.Text,
        snapshot.Source,
        snapshot.Values.Keys.Where(name => !snapshot.Missing.Contains(name)).ToDictionary(
            name => name,
            name => Stamp(name, SettingSelection.Complete(name, snapshot, access.Server.Version), snapshot.Source, key),
            StringComparer.Ordinal));

    /// <summary>A fresh installation of a version, as far as its values are known.</summary>
    /// <param name="version">The version.</param>
    /// <param name="source">Where the other side was read, so that the secrets can be compared.</param>
    /// <param name="key">Key of the hashes.</param>
    public static SettingBaseline Default(ListmonkVersion? version, Access source, AuditKey key) => new(
        "",
        version?.Text,
        Access.None,
        SettingCatalogue.In(version)
            .Where(setting => setting.DefaultIn(version) is not null && !setting.MayBeMissing && (setting.InApi || source != Access.Api)).ToDictionary(
            setting => setting.Name,
            setting => Stamp(setting.Name, KnownMembers.Complete(setting, setting.DefaultIn(version), version), source, key),
            StringComparer.Ordinal));

    /// <summary>Ids of the keys with which its secrets were hashed.</summary>
    public IEnumerable<string> HashKeys() => Settings.Values.SelectMany(HashKeys).Distinct();

    private static IEnumerable<string> HashKeys(JsonNode? value) => value switch
    {
        _ when SecretStamp.KeyOf(value) is { } key => [key],
        JsonObject members => members.SelectMany(member => HashKeys(member.Value)),
        JsonArray items => items.SelectMany(HashKeys),
        _ => [],
    };

    private static JsonNode? Stamp(string name, JsonNode? value, Access source, AuditKey key) => SecretPlaces.Replace(
        name,
        SettingCatalogue.Find(name),
        value,
        secret => source == Access.Api ? SecretStamp.OfMask(secret) : SecretStamp.Of(secret, key, name));
}
