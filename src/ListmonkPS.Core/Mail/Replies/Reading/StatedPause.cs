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
        's' or 'с' => unit.StartsWith("st", StringComparison.OrdinalIgnoreCase) ? TimeSpan.FromHours(1) : TimeSpan.FromSeconds(1),
        'm' or 'м' => TimeSpan.FromMinutes(1),
        'h' or 'o' or 'ч' => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    // "per 5 minutes" and "within the last hour" are windows of a limit, not pauses.
    [GeneratedRegex(
        """
        \b(?:for|in|after|wait|another|dans|après|nach|für|en|tra|dopo|em|za|po|через)\s+
        (?:about\ |at\ least\ |circa\ |etwa\ |environ\ )?
        (?<number>\d{1,6}|an?|one|une?|einer|un'|una|uma)\s*
        (?<unit>
            seconds?|secs?|sekunden|secondes?|segundos?|secondi|секунд\w*|
            minutes?|mins?|minuten|minutos?|minuti|minut\w*|минут\w*|
            hours?|heures?|stunden?|horas?|ore|ora|час\w*|
            days?|tagen?|jours?|días?
        )\b
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Pause();
}
