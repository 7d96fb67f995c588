namespace ListmonkPS.Core.Safety;

/// <summary>A text inside a command that somebody pastes: a paste must not be an injection.</summary>
internal static class PowerShellLiteral
{
    // PowerShell takes the typographic quotes U+2018 to U+201B for the plain one, so each of them has to be doubled too.
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>The text in single quotes; line breaks and control characters are left out.</summary>
    public static string Of(string text) =>
        "'" + string.Concat(text.Where(character => !char.IsControl(character))
            .Select(character => SingleQuotes.Contains(character, StringComparison.Ordinal) ? $"{character}{character}" : $"{character}")) + "'";
}
