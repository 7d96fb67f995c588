using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>Reads lines of Exim's main log (external contracts 10.2).</summary>
/// <param name="zone">Zone of stamps that tell none.</param>
internal sealed partial class EximLines(TimeZoneInfo zone)
{
    private static readonly string[] Stamps = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm:ss.FFFFFFF zzz"];

    /// <summary>The line; null when it is not one of Exim.</summary>
    public RelayLine? TryRead(string line)
    {
        Match form = Form().Match(line);
        if (!form.Success)
            return null;
        string stamp = form.Groups["stamp"].Value;
        bool hasZone = form.Groups["zone"].Success;
        DateTimeOffset? time = TimeOf(hasZone ? stamp + " " + form.Groups["zone"].Value.Insert(3, ":") : stamp, hasZone);
        string words = form.Groups["words"].Value;
        RelayLine bare = new(time, hasZone, form.Groups["id"] is { Success: true, Value: var id } ? id : null, RelayLineKind.None);
        return form.Groups["flag"].Value switch
        {
            "<=" => bare with { Kind = RelayLineKind.About, Sender = FirstWord(words), MessageId = MessageIdForm().Match(words) is { Success: true } match ? match.Groups["id"].Value : null },
            "=>" or "->" or ">>" => bare with { Kind = RelayLineKind.Sent, Recipient = RecipientIn(words) },
            "==" => bare with { Kind = RelayLineKind.Deferred, Recipient = RecipientIn(words) },
            "**" => bare with { Kind = RelayLineKind.Bounced, Recipient = RecipientIn(words) },
            "Completed" => bare with { Kind = RelayLineKind.Done },
            _ => Rejected().Match(words) is { Success: true } rejected
                ? bare with { Kind = RelayLineKind.Rejected, Recipient = rejected.Groups["rcpt"] is { Success: true, Value: var rcpt } ? rcpt : null, Sender = rejected.Groups["from"] is { Success: true, Value: var from } ? from : null }
                : bare,
        };
    }

    private static string FirstWord(string words) => words.Split(' ', 2)[0];

    /// <summary>A rewritten address stands in angle brackets behind the first word.</summary>
    private static string RecipientIn(string words) => Bracketed().Match(words) is { Success: true } match ? match.Groups["address"].Value : FirstWord(words);

    private DateTimeOffset? TimeOf(string stamp, bool hasZone)
    {
        if (hasZone)
            return DateTimeOffset.TryParseExact(stamp, Stamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at) ? at.ToUniversalTime() : null;
        return DateTime.TryParseExact(stamp, Stamps, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime()
            : null;
    }

    [GeneratedRegex(
        @"\A(?<stamp>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,7})?)(?: (?<zone>[+-]\d{4}))? (?:\[\d{1,10}\] )?(?:(?<id>[0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) )?(?:(?<flag><=|=>|->|>>|\*>|\*\*|==|\(=|Completed)(?: |\z))?(?<words>.*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@" id=(?<id>\S{1,500})", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdForm();

    [GeneratedRegex(@"^\S{1,320} <(?<address>[^>\s]{1,320})>", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?:F=<(?<from>[^>]*)> )?(?:temporarily )?rejected (?:RCPT <?(?<rcpt>[^>\s:]*)>?|[A-Z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Rejected();
}
