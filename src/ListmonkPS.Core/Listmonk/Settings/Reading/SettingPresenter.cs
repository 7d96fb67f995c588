using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>Makes what the user sees of a setting: typed, masked and harmless.</summary>
internal static class SettingPresenter
{
    /// <summary>One setting of a snapshot.</summary>
    /// <param name="target">Which.</param>
    /// <param name="snapshot">All settings.</param>
    /// <param name="access">Where they were read.</param>
    /// <param name="activity">What is known of the values that the process runs with.</param>
    public static ListmonkSetting Present(SettingTarget target, SettingSnapshot snapshot, SettingAccess access, ActiveValues activity)
    {
        JsonNode? value = target.Read(SettingSelection.Complete(target.KeyName, snapshot, access.Server.Version));
        return Describe(HarmlessText.Of(target.Name), target.Leaf, access.Server.Version) with
        {
            Value = Show(target, value),
            IsSecret = target.Leaf?.HasSecret ?? SettingMask.HasSecret(target.LastName, null, value),
            IsActive = activity.IsActive(target.KeyName, snapshot),
            Source = snapshot.Source,
            Session = access.Session.Name,
        };
    }

    /// <summary>A key without a server, as the newest version has it.</summary>
    public static ListmonkSetting Describe(SettingKey key) => Describe(key.Name, key, null);

    /// <summary>A key or member without a server, under the address at which it stands.</summary>
    public static ListmonkSetting Describe(string name, SettingKey key) => Describe(name, key, null);

    /// <summary>A value as it may be shown.</summary>
    public static object? Show(SettingTarget target, JsonNode? value) => PlainValue.Of(Hide(target, value));

    /// <summary>A value without its secrets.</summary>
    public static JsonNode? Hide(SettingTarget target, JsonNode? value) => SettingMask.Hide(target.LastName, target.Leaf, value);

    private static ListmonkSetting Describe(string name, SettingKey? key, ListmonkVersion? version) => new()
    {
        Name = name,
        Type = key?.Type ?? SettingValueType.Unknown,
        Default = key?.DefaultIn(version) is { } value ? PlainValue.Of(SettingMask.Hide(key.Name, key, value)) : null,
        IsSecret = key?.HasSecret ?? false,
        Description = key?.Description ?? "",
        Since = key?.Since?.Text,
        Session = "",
    };
}
