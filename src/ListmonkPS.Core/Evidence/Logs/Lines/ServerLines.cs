using System.Globalization;
using System.Text.RegularExpressions;
using ListmonkPS.Core.Mail.Replies;
using ListmonkPS.Core.Safety;

namespace ListmonkPS.Core.Evidence.Logs.Lines;

/// <summary>Makes an entry of an event of listmonk's log: takes it apart, classes it, and has the words of mail servers in it classified.</summary>
/// <param name="classifier">Of replies.</param>
/// <param name="zone">Zone of the stamps, which tell none.</param>
/// <param name="subjects">Subjects of opt-in mails as this server writes them; others are in doubt, since they are translated (G49).</param>
internal sealed class ServerLines(ReplyClassifier classifier, TimeZoneInfo zone, IReadOnlyList<string> subjects)
{
    /// <summary>Longest message that is shown.</summary>
    private const int MessageLength = 2000;

    /// <summary>The entry of an event.</summary>
    /// <param name="line">Its first line, taken apart.</param>
    /// <param name="rest">The lines that belong to it.</param>
    /// <param name="at">Time by the source; null where it tells none.</param>
    /// <param name="source">Where it was read.</param>
    /// <param name="place">Name of that.</param>
    public LogEntry EntryOf(ServerLine line, IReadOnlyList<string> rest, DateTimeOffset? at, LogSource source, string place)
    {
        (LineRule? rule, Match match) = Find(line.Message);
        string whole = rest.Count == 0 ? line.Message : line.Message + "\n" + string.Join('\n', rest);
        return new LogEntry
        {
            Time = at ?? TimeOf(line.Stamp),
            HasZone = at is not null,
            Source = source,
            Place = place,
            Class = rule?.Class ?? LogClass.Other,
            Message = Shown(whole),
            IsOptIn = rule is null ? false : rule.IsOptIn ?? BySubject(match),
            Reply = rule is { HasReply: true } ? classifier.Classify(LogSecrets.Hide(whole)) : null,
            SubscriberId = match.Groups["id"] is { Success: true } id && int.TryParse(id.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null,
            Version = match.Groups["version"] is { Success: true } version ? HarmlessText.Of(version.Value) : null,
            Origin = line.Origin,
        };
    }

    /// <summary>A text as it may be shown: without secrets, with line breaks as \n, harmless.</summary>
    public static string Shown(string text) => HarmlessText.Of(
        LogSecrets.Hide(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal), MessageLength);

    private static (LineRule? Rule, Match Match) Find(string message)
    {
        foreach (LineRule rule in LineRules.All)
        {
            Match match = rule.Form.Match(message);
            if (match.Success)
                return (rule, match);
        }

        return (null, Match.Empty);
    }

    private bool? BySubject(Match match) =>
        match.Groups["subject"] is { Success: true } subject && subjects.Contains(subject.Value, StringComparer.OrdinalIgnoreCase) ? true : null;

    /// <summary>In an hour that the zone leaves out or has twice, the time is at most an hour wrong: no line can tell.</summary>
    private DateTimeOffset? TimeOf(DateTime? stamp) => stamp is { } local ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() : null;
}
