using ListmonkPS.Core.Listmonk.Settings.Addressing;
using ListmonkPS.Core.Listmonk.Settings.Catalogue;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>What can be known of settings without a server.</summary>
internal static class KnownSettings
{
    /// <summary>The block that stands for all in an address.</summary>
    private const string FirstBlock = "0";

    /// <summary>A key and its members.</summary>
    public static IEnumerable<ListmonkSetting> Of(SettingKey key) =>
        [SettingPresenter.Describe(key), .. Members(key, key.Type == SettingValueType.ObjectArray ? AddressText.Of(key.Name, [FirstBlock]) : key.Name)];

    private static IEnumerable<ListmonkSetting> Members(SettingKey parent, string address) => parent.Members.SelectMany(member =>
    {
        string place = AddressText.Of(address, [member.Name]);
        return Members(member, place).Prepend(SettingPresenter.Describe(place, member));
    });
}
