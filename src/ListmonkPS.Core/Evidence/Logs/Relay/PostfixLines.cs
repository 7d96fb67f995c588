using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Evidence.Logs.Relay;

/// <summary>Reads lines of Postfix (external contracts 10.1), under whatever name it logs.</summary>
/// <param name="zone">Zone of stamps that tell none.</param>
/// <param name="now">The time now: stamps without a year are of the last twelve months.</param>
internal sealed partial class PostfixLines(TimeZoneInfo zone, DateTimeOffset now)
{
    private const int YearOfLeapDays = 2024;

    /// <summary>The line; null when it is not one of Postfix.</summary>
    public RelayLine? TryRead(string line)
    {
        Match form = Form().Match(line);
        if (!form.Success)
            return null;
        (DateTimeOffset? time, bool hasZone) = TimeOf(form.Groups["stamp"].Value);
        string words = form.Groups["words"].Value;
        string? id = form.Groups["id"] is { Success: true, Value: var text } ? text : null;
        RelayLine bare = new(time, hasZone, id, RelayLineKind.None);
        if (Rejected().IsMatch(words) || (id is null && form.Value.Contains("NOQUEUE: ", StringComparison.Ordinal)))
            return bare with { Kind = RelayLineKind.Rejected, Recipient = AddressIn(To(), words), Sender = AddressIn(From(), words) };
        if (id is null)
            return bare;
        Match status = Status().Match(words);
        if (status.Success)
            return bare with { Kind = KindOf(status.Groups["status"].Value), Recipient = AddressIn(To(), words), Sender = AddressIn(From(), words), NextId = NextId(words) };
        if (words == "removed")
            return bare with { Kind = RelayLineKind.Done };
        Match message = MessageIdForm().Match(words);
        return bare with { Kind = RelayLineKind.About, Sender = AddressIn(From(), words), MessageId = message.Success ? message.Groups["id"].Value : null };
    }

    private static RelayLineKind KindOf(string status) => status switch
    {
        "sent" => RelayLineKind.Sent,
        "deferred" => RelayLineKind.Deferred,
        "bounced" or "expired" => RelayLineKind.Bounced,
        _ => RelayLineKind.None,
    };

    private static string? AddressIn(Regex form, string words) => form.Match(words) is { Success: true } match ? match.Groups["address"].Value : null;

    /// <summary>A content filter hands the mail back to the same machine.</summary>
    private static string? NextId(string words) => ToFilter().IsMatch(words) && Queued().Match(words) is { Success: true } match ? match.Groups["id"].Value : null;

    private (DateTimeOffset? Time, bool HasZone) TimeOf(string stamp)
    {
        if (char.IsAsciiDigit(stamp[0]))
            return (DateTimeOffset.TryParse(stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at.ToUniversalTime() : null, true);
        string packed = string.Join(' ', stamp.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        // A leap year, so that the 29th of February can be read.
        if (!DateTime.TryParseExact($"{YearOfLeapDays} {packed}", "yyyy MMM d HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime read))
            return (null, false);
        DateTime today = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        int year = (read.Month, read.Day).CompareTo((today.AddDays(1).Month, today.AddDays(1).Day)) > 0 && today.AddDays(1).Year == today.Year ? today.Year - 1 : today.Year;
        int day = Math.Min(read.Day, DateTime.DaysInMonth(year, read.Month));
        DateTime local = new DateTime(year, read.Month, day, 0, 0, 0, DateTimeKind.Unspecified) + read.TimeOfDay;
        return (new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime(), false);
    }

    [GeneratedRegex(
        @"\A(?<stamp>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[\d.]*(?:Z|[+-]\d\d:?\d\d)) \S{1,255} (?:[\w.-]{1,60}/){1,3}[\w-]{1,40}(?:\[\d{1,10}\])?: (?:(?:(?<id>[0-9A-Za-z]{6,32})|NOQUEUE|warning|fatal|statistics): )?(?<words>.*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(?:milter-)?reject: ", RegexOptions.CultureInvariant)]
    private static partial Regex Rejected();

    [GeneratedRegex(@"(?:^|, )status=(?<status>[a-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Status();

    [GeneratedRegex(@"(?:^| )to=<(?<address>[^>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex To();

    [GeneratedRegex(@"(?:^| )from=<(?<address>[^>]*)>", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"^message-id=(?<id>\S{1,500})", RegexOptions.CultureInvariant)]
    private static partial Regex MessageIdForm();

    [GeneratedRegex(@", relay=(?:127\.\d|\S{0,255}\[(?:127\.|::1\]|/|private/))", RegexOptions.CultureInvariant)]
    private static partial Regex ToFilter();

    [GeneratedRegex(@"queued as (?<id>[0-9A-Za-z]{6,32})", RegexOptions.CultureInvariant)]
    private static partial Regex Queued();
}
