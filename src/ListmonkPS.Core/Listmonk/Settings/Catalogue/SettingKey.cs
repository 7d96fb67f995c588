using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Settings.Catalogue;

/// <summary>What is known of one key of listmonk's settings, or of a member of its object or of each of its blocks: one entry of catalogue.json.</summary>
internal sealed record SettingKey
{
    /// <summary>Key, or member, as listmonk spells it.</summary>
    public required string Name { get; init; }

    /// <summary>JSON type of the value.</summary>
    public required SettingValueType Type { get; init; }

    /// <summary>What the text of a <see cref="SettingValueType.String"/>, or each text of an array, has to look like.</summary>
    public SettingForm Form { get; init; }

    /// <summary>The words of <see cref="SettingForm.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Smallest number that does no harm, or shortest duration in seconds; null for any.</summary>
    public long? Minimum { get; init; }

    /// <summary>Largest number that has a meaning; null for any.</summary>
    public long? Maximum { get; init; }

    /// <summary>First version with the key; null when it is older than the contract.</summary>
    public ListmonkVersion? Since { get; init; }

    /// <summary>First version without the key; null while it lives.</summary>
    public ListmonkVersion? Until { get; init; }

    /// <summary>True when the value itself is a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>True for a member that may be JSON null.</summary>
    public bool IsNullable { get; init; }

    /// <summary>True for a member by which listmonk knows a block: changing it would lose the block's secrets (G7).</summary>
    public bool IsFixed { get; init; }

    /// <summary>True for an object whose members have names of their own: one that is absent is not there, instead of being empty.</summary>
    public bool IsMap { get; init; }

    /// <summary>Members of the object, or of each object of the array (contract 3.3).</summary>
    public IReadOnlyList<SettingKey> Members { get; init; } = [];

    /// <summary>The worst that a wrong value does to opt-in.</summary>
    public OptInEffect OptIn { get; init; }

    /// <summary>False for a row that GET /api/settings leaves out.</summary>
    public bool InApi { get; init; } = true;

    /// <summary>True for a row that healthy servers may lack: the migration that adds it does not reach all of them.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Value of a fresh installation of the newest version; null when not known.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>Default of older versions where it was another.</summary>
    public EarlierDefault? Earlier { get; init; }

    /// <summary>Name of the text that describes it; of a member the path through its key, such as smtp.port.</summary>
    public string TextName { get; init; } = "";

    /// <summary>Members that are secrets, within the object or within each object of the array; a dot leads into an inner object.</summary>
    public IReadOnlyList<string> SecretMembers => [.. Members.SelectMany(SecretsOf)];

    /// <summary>True when the value, or a member of it, is a secret.</summary>
    public bool HasSecret => IsSecret || Members.Any(member => member.HasSecret);

    /// <summary>True for a single value, false for an array or object.</summary>
    public bool IsScalar => Type is SettingValueType.Boolean or SettingValueType.Number or SettingValueType.String
        or SettingValueType.Duration or SettingValueType.Cron;

    /// <summary>True when the value is set as a whole; what has members is changed member by member, so that no block and no secret is lost.</summary>
    public bool IsSettable => IsScalar || Type == SettingValueType.StringArray || Form == SettingForm.Headers;

    /// <summary>What the setting does, in one sentence.</summary>
    public string Description => Texts.Format("setting." + TextName);

    /// <summary>True when the version has the key; an unknown version may have any.</summary>
    public bool ExistsIn(ListmonkVersion? version) =>
        version is null || (!(Since?.CompareTo(version) > 0) && !(Until?.CompareTo(version) <= 0));

    /// <summary>Install default in a version; the newest one's when the version is unknown. Null when not known.</summary>
    public JsonNode? DefaultIn(ListmonkVersion? version) =>
        version is not null && Earlier is not null && version.CompareTo(Earlier.Before) < 0 ? Earlier.Default : Default;

    /// <summary>The member of a name, in any case; null when there is none.</summary>
    public SettingKey? Member(string name) => Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> SecretsOf(SettingKey member) =>
        member.IsSecret ? [member.Name] : member.SecretMembers.Select(inner => $"{member.Name}.{inner}");
}
