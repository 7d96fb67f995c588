using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.TestBench.StandIn.Settings;

/// <summary>Duration texts of the settings: numbers with units ns, us, ms, s, m, h; neither days, blanks nor bare numbers (3.4).</summary>
internal static partial class Duration
{
    /// <summary>The span; null when the text is not a duration.</summary>
    public static TimeSpan? TryParse(string text)
    {
        Match match = Whole().Match(text);
        if (!match.Success)
            return null;
        double milliseconds = 0;
        foreach ((Capture number, Capture unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures))
            milliseconds += double.Parse(number.ValueSpan, CultureInfo.InvariantCulture) * Unit(unit.Value);
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    private static double Unit(string unit) => unit switch
    {
        "h" => 3_600_000,
        "m" => 60_000,
        "s" => 1000,
        "ms" => 1,
        "us" => 0.001,
        _ => 0.000001,
    };

    [GeneratedRegex(@"\A(?:(?<number>\d+(?:\.\d+)?)(?<unit>h|ms|m|s|us|ns))+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
