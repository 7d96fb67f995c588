using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Listmonk.Settings.Values;

/// <summary>
/// listmonk's spelling of spans (contract 3.4): decimal number and unit, repeated, units ns us ms s m h; no day, no blank, no bare number.
/// A bad one stops the start, or counts as 0.
/// </summary>
internal static partial class DurationText
{
    /// <summary>Spans are kept in 64 bits of nanoseconds: about 292 years.</summary>
    private const double MostNanoseconds = long.MaxValue;

    /// <summary>True when listmonk understands the text.</summary>
    public static bool IsValid(string text) => SecondsOf(text) is not null;

    /// <summary>The span in seconds; null when listmonk does not understand the text.</summary>
    public static double? SecondsOf(string text)
    {
        Match match = Whole().Match(text);
        if (!match.Success) return null;
        double nanoseconds = 0;
        for (int i = 0; i < match.Groups[1].Captures.Count; i++)
            nanoseconds += double.Parse(match.Groups[1].Captures[i].ValueSpan, CultureInfo.InvariantCulture) * Unit(match.Groups[2].Captures[i].ValueSpan);
        return nanoseconds < MostNanoseconds ? nanoseconds / 1e9 : null;
    }

    private static double Unit(ReadOnlySpan<char> unit) => unit switch
    {
        "h" => 3600e9,
        "m" => 60e9,
        "s" => 1e9,
        "ms" => 1e6,
        "us" => 1e3,
        _ => 1,
    };

    [GeneratedRegex(@"\A(?:([0-9]{1,19}(?:\.[0-9]{1,19})?)(ns|us|ms|s|m|h))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
