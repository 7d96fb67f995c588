using System.Text.Json;
using System.Text.Json.Nodes;
using ListmonkPS.Core.Audit.Baselines;
using ListmonkPS.Core.Audit.Secrets;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Comparing;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Audit.Comparing;

/// <summary>Compares the settings of a server with a reference, place by place.</summary>
/// <param name="reference">The reference.</param>
/// <param name="current">The server.</param>
internal sealed class SettingComparison(SettingBaseline reference, SettingBaseline current)
{
    private const int LongestJson = 300;

    /// <summary>What differs, in the order of the keys.</summary>
    public IReadOnlyList<ListmonkSettingDifference> Run() => [.. Keys()
        .Order(StringComparer.Ordinal)
        .SelectMany(Differences)
        .Select(Make)
        .OfType<ListmonkSettingDifference>()];

    /// <summary>A fresh installation tells nothing of keys whose defaults are not known.</summary>
    private IEnumerable<string> Keys() => reference.Source == Access.None
        ? reference.Settings.Keys
        : reference.Settings.Keys.Union(current.Settings.Keys, StringComparer.Ordinal);

    private IEnumerable<MemberDifference> Differences(string name)
    {
        SettingKey? key = SettingCatalogue.Find(name);
        bool isLeftThere = reference.Settings.TryGetValue(name, out JsonNode? left);
        bool isRightThere = current.Settings.TryGetValue(name, out JsonNode? right);
        return isLeftThere && isRightThere
            ? MemberDifference.Between(name, key, left, right, SecretStamp.IsStamp)
            : [new MemberDifference(name, key, left, right, isLeftThere, isRightThere)];
    }

    private ListmonkSettingDifference? Make(MemberDifference difference)
    {
        if (SecretStamp.IsStamp(difference.Left) && SecretStamp.AreSame(difference.Left, difference.Right) == true) return null;
        SettingDifferenceState state = StateOf(difference);
        return new ListmonkSettingDifference
        {
            Name = HarmlessText.Of(difference.Name),
            Reference = Show(difference.Left),
            Current = Show(difference.Right),
            State = state,
            Severity = new DifferenceSeverity(difference, state, current).Judge(),
            Description = difference.Leaf?.Description ?? "",
            Session = current.Server,
        };
    }

    private SettingDifferenceState StateOf(MemberDifference difference) => difference switch
    {
        { IsLeftThere: false } or { IsRightThere: false } when CannotBeSeen(difference) => SettingDifferenceState.Unknown,
        { IsLeftThere: false } => SettingDifferenceState.Added,
        { IsRightThere: false } => SettingDifferenceState.Removed,
        _ when SecretStamp.IsStamp(difference.Left) && SecretStamp.AreSame(difference.Left, difference.Right) is null => SettingDifferenceState.Unknown,
        _ => SettingDifferenceState.Changed,
    };

    /// <summary>The API leaves out one key, and every row and member that listmonk does not know.</summary>
    private bool CannotBeSeen(MemberDifference difference) =>
        difference.Leaf is null or { InApi: false } && (difference.IsLeftThere ? current : reference).Source == Access.Api;

    /// <summary>A value as it may be shown, in a table and in CSV as well.</summary>
    private static object? Show(JsonNode? value) => value switch
    {
        null => null,
        _ when SecretStamp.IsStamp(value) => SecretStamp.IsSet(value) ? SettingMask.Set : "",
        JsonArray array when array.All(item => item?.GetValueKind() == JsonValueKind.String) => PlainValue.Of(value),
        JsonArray or JsonObject => ValueText.Of(Masked(value), LongestJson),
        _ => PlainValue.Of(value),
    };

    private static JsonNode? Masked(JsonNode? node) => node switch
    {
        _ when SecretStamp.IsStamp(node) => JsonValue.Create(SecretStamp.IsSet(node) ? SettingMask.Set : ""),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Masked(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Masked)]),
        _ => node?.DeepClone(),
    };
}
