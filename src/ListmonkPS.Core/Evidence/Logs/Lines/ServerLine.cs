using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>A line of listmonk's log taken apart (contract 6.4): v2.5 and v3 stamp seconds, v4 and later microseconds; a build without flags names no file.</summary>
/// <param name="Stamp">Local time of the process; null when the line has none.</param>
/// <param name="Origin">Source file with line number; null when the line does not tell.</param>
/// <param name="Message">What follows.</param>
internal sealed partial record ServerLine(DateTime? Stamp, string? Origin, string Message)
{
    private static readonly string[] Stamps = ["yyyy/MM/dd HH:mm:ss", "yyyy/MM/dd HH:mm:ss.FFFFFFF"];

    /// <summary>True when the line begins an event; others go on with the one before, as the lines of an SMTP reply and of a stack do.</summary>
    public bool BeginsEvent => Stamp is not null || Message.StartsWith("panic: ", StringComparison.Ordinal) || Message.StartsWith("fatal error: ", StringComparison.Ordinal);

    /// <summary>Takes a line apart.</summary>
    public static ServerLine Of(string line)
    {
        Match match = Form().Match(line);
        return match.Success && DateTime.TryParseExact(match.Groups["stamp"].ValueSpan, Stamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime stamp)
            ? new ServerLine(stamp, match.Groups["origin"] is { Success: true, Value: var origin } ? origin : null, match.Groups["message"].Value)
            : new ServerLine(null, null, line);
    }

    [GeneratedRegex(
        @"\A\s?(?<stamp>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d{1,7})?) (?:(?<origin>[\w.-]+\.go:\d+): )?(?<message>[\s\S]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
