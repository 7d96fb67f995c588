using System.Text.Encodings.Web;
using System.Text.Json;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default views of <see cref="ListmonkSetting"/> and <see cref="ListmonkSettingChange"/>.</summary>
public static class SettingView
{
    private const int ValueWidth = 22;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as listmonk spells it, in one line: true, 10, text without quotes, JSON for lists and objects; nothing for null.</summary>
    public static string Value(object? value) => VisibleText.Of(value switch
    {
        null => "",
        string text => text,
        _ => JsonSerializer.Serialize(value, Json),
    });

    /// <summary>The same, cut to its column.</summary>
    public static string ValueCell(object? value) => CellText.Cut(Value(value), ValueWidth);

    /// <summary>Whether the server runs with the value: yes, not yet, or not known.</summary>
    public static string Active(ListmonkSettingChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Texts.Format(change.IsActive switch
        {
            true => "view.active-yes",
            false => change.NeedsRestart ? "view.active-after-restart" : "view.active-no",
            null => "view.active-unknown",
        });
    }

    /// <summary>When it was written, local, with offset.</summary>
    public static string ChangedAt(ListmonkSettingChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return Texts.Format("view.time-with-offset", change.ChangedAt.ToLocalTime());
    }
}
