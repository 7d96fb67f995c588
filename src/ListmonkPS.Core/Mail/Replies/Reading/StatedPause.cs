using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>A pause that the server states: "for 5 minutes", "retry in 60 seconds", "dans une heure".</summary>
internal static partial class StatedPause
{
    /// <summary>The pause; null when none is stated or it is longer than a week.</summary>
    public static TimeSpan? Find(string text)
    {
        Match match = Pause().Match(text);
        if (!match.Success)
            return null;
        double amount = double.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out double number) ? number : 1;
        TimeSpan pause = amount * Unit(match.Groups["unit"].Value);
        return pause > TimeSpan.Zero && pause <= TimeSpan.FromDays(7) ? pause : null;
    }

    private static TimeSpan Unit(string unit) => char.ToLowerInvariant(unit[0]) switch
    {
        's' or '\u0441' => unit.StartsWith("st", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(1),
        'm' or '\u043C' or '\u5206' => TimeSpan.FromMinutes(1),
        'h' or 'o' or '\u0447' => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    // "per 5 minutes" and "within the last hour" are windows of a limit, not pauses.
    [GeneratedRegex(
        @"\b(?:for|in|after|wait|another|dans|apr[e\u00E8]s|in|nach|f\u00FCr|en|tra|dopo|em|za|po|\u0447\u0435\u0440\u0435\u0437)\s+(?:about |at least |circa |etwa |environ )?(?<number>\d{1,6}|an?|one|une?|einer|un'|una|uma)\s*(?<unit>seconds?|secs?|sekunden|secondes?|segundos?|secondi|\u0441\u0435\u043A\u0443\u043D\u0434\w*|minutes?|mins?|minuten|minutos?|minuti|minut\w*|\u043C\u0438\u043D\u0443\u0442\w*|hours?|heures?|stunden?|horas?|ore|ora|\u0447\u0430\u0441\w*|days?|tagen?|jours?|d\u00EDas?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pause();
}
