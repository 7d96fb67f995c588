namespace ListmonkPS.Shell.Views.Cells;

/// <summary>How many cells of a terminal a text takes, counted as PowerShell's formatter counts: two for a wide character, one for any other.</summary>
internal static class CellWidth
{
    /// <summary>Wide characters of the basic plane (Unicode Standard Annex 11, classes W and F); half of a surrogate pair counts one.</summary>
    private static readonly (char First, char Last)[] Wide =
    [
        ('\u1100', '\u115F'), ('\u2329', '\u232A'), ('\u2E80', '\u303E'), ('\u3040', '\uA4CF'), ('\uAC00', '\uD7A3'),
        ('\uF900', '\uFAFF'), ('\uFE10', '\uFE19'), ('\uFE30', '\uFE6F'), ('\uFF00', '\uFF60'), ('\uFFE0', '\uFFE6'),
    ];

    /// <summary>Cells of a text without escapes.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        int cells = 0;
        foreach (char character in text)
            cells += IsWide(character) ? 2 : 1;
        return cells;
    }

    private static bool IsWide(char character) =>
        character >= Wide[0].First && Array.Exists(Wide, range => character >= range.First && character <= range.Last);
}
