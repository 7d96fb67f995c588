using System.Text.Json.Nodes;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;
using ListmonkPS.Core.Listmonk.Versions;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>Makes what the user sees of a setting: typed, masked and harmless.</summary>
internal static class SettingPresenter
{
    /// <summary>One setting of a snapshot.</summary>
    public static ListmonkSetting Present(string name, SettingSnapshot snapshot, SettingAccess access)
    {
        SettingKey? key = SettingCatalogue.Find(name);
        JsonNode? value = snapshot.Values[name];
        return Describe(HarmlessText.Of(name), key, access.Server.Version) with
        {
            Value = Show(name, key, value),
            IsSecret = key?.HasSecret ?? SettingMask.HasSecret(name, key, value),
            Source = snapshot.Source,
            Session = access.Session.Name,
        };
    }

    /// <summary>A key without a server, as the newest version has it.</summary>
    public static ListmonkSetting Describe(SettingKey key) => Describe(key.Name, key, null);

    /// <summary>A value as it may be shown.</summary>
    public static object? Show(string name, SettingKey? key, JsonNode? value) => PlainValue.Of(SettingMask.Hide(name, key, value));

    private static ListmonkSetting Describe(string name, SettingKey? key, ListmonkVersion? version) => new()
    {
        Name = name,
        Type = key?.Type ?? SettingValueType.Unknown,
        Default = key?.DefaultIn(version) is { } value ? Show(name, key, value) : null,
        IsSecret = key?.HasSecret ?? false,
        Description = key?.Description ?? "",
        Since = key?.Since?.Text,
        Session = "",
    };
}
