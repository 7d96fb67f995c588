using System.Text;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>A command to paste, in lines of a width: each but the last ends with a backtick, so that they are pasted as one.</summary>
internal static class CommandText
{
    private const string Goes = " `";

    /// <summary>The lines. A literal in single quotes is never broken, however long it is.</summary>
    /// <param name="command">The command, with literals in single quotes only.</param>
    /// <param name="width">Longest line, in cells.</param>
    public static IReadOnlyList<string> Wrap(string command, int width)
    {
        List<string> lines = [];
        string line = "";
        foreach (string word in Words(command))
        {
            if (line.Length > 0 && CellWidth.Of(line) + 1 + CellWidth.Of(word) > width - Goes.Length)
            {
                lines.Add(line + Goes);
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + word;
        }

        return [.. lines, line];
    }

    private static IEnumerable<string> Words(string command)
    {
        StringBuilder word = new();
        bool isQuoted = false;
        foreach (char character in command)
        {
            isQuoted ^= character == '\'';
            if (character == ' ' && !isQuoted)
            {
                yield return word.ToString();
                word.Clear();
                continue;
            }

            word.Append(character);
        }

        yield return word.ToString();
    }
}
