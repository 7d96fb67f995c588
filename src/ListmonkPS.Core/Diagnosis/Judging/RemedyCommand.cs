using ListmonkPS.Core.Diagnosis.Reading;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Diagnosis.Judging;

/// <summary>Builds commands to paste. Every text in them that is not ours is a single-quoted literal: a paste must not be an injection.</summary>
internal static class RemedyCommand
{
    /// <summary>Set-ListmonkSetting for one key.</summary>
    /// <param name="facts">The run, which knows whether the session must be named.</param>
    /// <param name="key">Key, one of ours.</param>
    /// <param name="value">Value as PowerShell text: $true, a number, or <see cref="Literal"/>.</param>
    public static string SetSetting(FactSet facts, string key, string value) => Set(facts, $"{key} {value}");

    /// <summary>
    /// Set-ListmonkSetting for members of blocks, all in one command: each one by itself would make listmonk reload with what is still wrong in the others.
    /// </summary>
    /// <param name="facts">The run, which knows whether the session must be named.</param>
    /// <param name="values">Address and value as a PowerShell expression.</param>
    public static string SetSettings(FactSet facts, IReadOnlyList<(string Address, string Value)> values) => values.Count == 1
        ? SetSetting(facts, Literal(values[0].Address), values[0].Value)
        : Set(facts, $"@{{ {string.Join("; ", values.Select(pair => $"{Literal(pair.Address)} = {pair.Value}"))} }}");

    /// <summary>Measure-ListmonkOptIn, which shows what part broke.</summary>
    /// <param name="facts">The run, which knows whether the session must be named.</param>
    public static string MeasureBreaks(FactSet facts) =>
        "Measure-ListmonkOptIn -Break -By Domain" + (facts.NamedSession is { } name ? $" -Session {Literal(name)}" : "");

    /// <summary>A text as a single-quoted PowerShell literal; line breaks and control characters are left out.</summary>
    public static string Literal(string text) => PowerShellLiteral.Of(text);

    private static string Set(FactSet facts, string arguments) =>
        $"Set-ListmonkSetting {arguments}" + (facts.NamedSession is { } name ? $" -Session {Literal(name)}" : "");
}
