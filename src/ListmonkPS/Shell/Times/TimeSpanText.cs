using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Shell.Times;

/// <summary>Spans as people type them: 90s, 15m, 2d, 1h30m; units w d h m s, from great to small, each at most once.</summary>
internal static partial class TimeSpanText
{
    /// <summary>The span of a text; null when it is not one, or has no unit.</summary>
    public static TimeSpan? TryParse(string text)
    {
        Match match = Grammar().Match(text.Trim());
        if (!match.Success || match.Length == 0)
            return null;
        double seconds = (Amount(match, "w") * 604_800) + (Amount(match, "d") * 86_400) + (Amount(match, "h") * 3_600) + (Amount(match, "m") * 60) + Amount(match, "s");
        return seconds <= TimeSpan.MaxValue.TotalSeconds / 2 ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double Amount(Match match, string unit) =>
        match.Groups[unit] is { Success: true, Value: string digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?:(?<w>\d{1,9})w)?(?:(?<d>\d{1,9})d)?(?:(?<h>\d{1,9})h)?(?:(?<m>\d{1,9})m)?(?:(?<s>\d{1,9})s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
