using System.Globalization;
using System.Text;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>Text cut, padded and wrapped by cells, on whole characters.</summary>
internal static class CellText
{
    private const string Ellipsis = "\u2026";

    /// <summary>The text with blanks up to a width; one blank at least.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(1, width - CellWidth.Of(text)));

    /// <summary>The text cut to a width, with an ellipsis in place of its end.</summary>
    public static string Cut(string text, int width) => CellWidth.Of(text) <= width ? text : Start(text, width - 1) + Ellipsis;

    /// <summary>An address cut to a width in its local part, so that the domain stays; a domain too long for that is cut at its end.</summary>
    public static string CutAddress(string address, int width)
    {
        int at = address.LastIndexOf('@');
        int room = width - CellWidth.Of(address.AsSpan(Math.Max(0, at))) - 1;
        return CellWidth.Of(address) <= width || at <= 0 || room < 1 ? Cut(address, width) : Start(address[..at], room) + Ellipsis + address[at..];
    }

    /// <summary>The text in lines of a width at most, broken at blanks; a word that is longer stays whole.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        List<string> lines = [];
        StringBuilder line = new();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && CellWidth.Of(line.ToString()) + 1 + CellWidth.Of(word) > width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        lines.Add(line.ToString());
        return lines;
    }

    /// <summary>As many whole text elements as fit.</summary>
    private static string Start(string text, int width)
    {
        int length = 0;
        int cells = 0;
        foreach (int next in StringInfo.ParseCombiningCharacters(text).Skip(1).Append(text.Length))
        {
            cells += CellWidth.Of(text.AsSpan(length, next - length));
            if (cells > width)
                break;
            length = next;
        }

        return text[..length];
    }
}
