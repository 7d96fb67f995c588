namespace ListmonkPS.Shell.Views.Cells;

/// <summary>A command to paste, in lines of a width: each but the last ends with a backtick, so that they are pasted as one.</summary>
internal static class CommandText
{
    private const string Goes = " `";

    /// <summary>The lines, broken before parameters: a parameter stays with its value, however long that is.</summary>
    /// <param name="command">The command, with literals in single quotes only.</param>
    /// <param name="width">Longest line, in cells.</param>
    public static IReadOnlyList<string> Wrap(string command, int width)
    {
        List<string> lines = [];
        string line = "";
        foreach (string part in Parts(command))
        {
            if (line.Length > 0 && CellWidth.Of(line) + 1 + CellWidth.Of(part) > width - Goes.Length)
            {
                lines.Add(line + Goes);
                line = "";
            }

            line += (line.Length > 0 ? " " : "") + part;
        }

        return [.. lines, line];
    }

    private static IEnumerable<string> Parts(string command)
    {
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i + 1 < command.Length; i++)
        {
            isQuoted ^= command[i] == '\'';
            if (isQuoted || command[i] != ' ' || command[i + 1] != '-')
                continue;
            yield return command[start..i];
            start = i + 1;
        }

        yield return command[start..];
    }
}
