using ListmonkPS.Core.Diagnosis.Reading;

namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>Builds commands to paste. Every text in them that is not ours is a single-quoted literal: a paste must not be an injection.</summary>
internal static class RemedyCommand
{
    // PowerShell takes the typographic quotes U+2018 to U+201B for the plain one, so each of them has to be doubled too.
    private const string SingleQuotes = "'\u2018\u2019\u201A\u201B";

    /// <summary>Set-ListmonkSetting for one key.</summary>
    /// <param name="facts">The run, which knows whether the session must be named.</param>
    /// <param name="key">Key, one of ours.</param>
    /// <param name="value">Value as PowerShell text: $true, a number, or <see cref="Literal"/>.</param>
    public static string SetSetting(FactSet facts, string key, string value) =>
        $"Set-ListmonkSetting {key} {value}" + (facts.NamedSession is { } name ? $" -Session {Literal(name)}" : "");

    /// <summary>A text as a single-quoted PowerShell literal; line breaks and control characters are left out.</summary>
    public static string Literal(string text) =>
        "'" + string.Concat(text.Where(character => !char.IsControl(character))
            .Select(character => SingleQuotes.Contains(character, StringComparison.Ordinal) ? $"{character}{character}" : $"{character}")) + "'";
}
