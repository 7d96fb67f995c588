using ListmonkPS.Core.Listmonk.Settings.Catalogue;
using ListmonkPS.Core.Listmonk.Settings.Values;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>Warns of settings that are shown as they are, but not as listmonk needs them (contract 3.5).</summary>
internal static class RowTrouble
{
    private const int MostNames = 5;

    /// <summary>One warning for rows that are missing, one for rows of the wrong type.</summary>
    public static void Tell(SettingSnapshot snapshot, IReadOnlyList<string> keys, INoticeSink notices)
    {
        Tell("notice.setting.rows-missing", keys.Where(name => IsMissing(snapshot, name)), notices);
        Tell("notice.setting.rows-wrong-type", keys.Where(name => IsWrongType(snapshot, name)), notices);
    }

    /// <summary>True when a row should be there and is not.</summary>
    public static bool IsMissing(SettingSnapshot snapshot, string name) =>
        snapshot.Missing.Contains(name) && SettingCatalogue.Find(name) is not { MayBeMissing: true };

    /// <summary>True when listmonk cannot read the value.</summary>
    public static bool IsWrongType(SettingSnapshot snapshot, string name) =>
        SettingCatalogue.Find(name) is { } key && !SettingShape.Fits(key, snapshot.Values[name]);

    private static void Tell(string text, IEnumerable<string> names, INoticeSink notices)
    {
        string[] all = [.. names];
        if (all.Length == 0) return;
        string shown = string.Join(", ", all.Take(MostNames));
        notices.Warning(Texts.Format(text, all.Length > MostNames ? Texts.Format("notice.setting.and-more", shown, all.Length - MostNames) : shown));
    }
}
