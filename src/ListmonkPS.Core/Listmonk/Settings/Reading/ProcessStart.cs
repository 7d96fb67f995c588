using System.Globalization;

namespace ListmonkPS.Core.Listmonk.Settings.Reading;

/// <summary>When the running process started, as far as its log tells: the ring begins with the start, but its times have no zone (contract 6.4).</summary>
/// <param name="NotAfter">It started at this time or before.</param>
internal sealed record ProcessStart(DateTimeOffset NotAfter)
{
    private const string Seconds = "yyyy/MM/dd HH:mm:ss";

    /// <summary>Local times west of Greenwich are behind UTC by so much at most.</summary>
    private static readonly TimeSpan FarthestWest = TimeSpan.FromHours(12);

    /// <summary>Clocks of server, database and this machine may differ.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(2);

    /// <summary>Nothing is known.</summary>
    public static ProcessStart Unknown { get; } = new(DateTimeOffset.MaxValue);

    /// <summary>What a log tells.</summary>
    /// <param name="log">Its lines, oldest first; the first is from the start or from after it.</param>
    /// <param name="now">The time now.</param>
    public static ProcessStart Of(IReadOnlyList<string> log, DateTimeOffset now)
    {
        if (log.Count == 0 || TimeOf(log[0]) is not { } first) return Unknown;
        // In whatever zone: no line is from the future, so the first is at least as old as the last is younger than it.
        TimeSpan age = log.Select(TimeOf).Max() is { } last && last > first ? last - first : TimeSpan.Zero;
        DateTimeOffset bySpan = now - age;
        DateTimeOffset byZone = new(first + FarthestWest, TimeSpan.Zero);
        return new ProcessStart((bySpan < byZone ? bySpan : byZone) + Slack);
    }

    private static DateTime? TimeOf(string line) => line.Length >= Seconds.Length
        && DateTime.TryParseExact(line.AsSpan(0, Seconds.Length), Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time : null;
}
