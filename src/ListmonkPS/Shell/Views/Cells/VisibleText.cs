using System.Globalization;
using System.Text;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>Text from servers as a terminal may show it: what would move the cursor, colour or reorder is shown as its code.</summary>
internal static class VisibleText
{
    /// <summary>The text with each control, line break and bidirectional control as \u{...}; empty for null.</summary>
    public static string Of(string? text)
    {
        if (text is null || !text.Any(IsHidden))
            return text ?? "";
        StringBuilder visible = new();
        foreach (char character in text)
        {
            if (IsHidden(character))
                visible.Append(CultureInfo.InvariantCulture, $"\\u{{{(int)character:X}}}");
            else
                visible.Append(character);
        }

        return visible.ToString();
    }

    private static bool IsHidden(char character) =>
        char.IsControl(character) || character is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
