using ListmonkPS.Core.Diagnosis.Facts.Log;
using ListmonkPS.Core.Evidence.Defects;
using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Checks.Log;

/// <summary>Holds what the log and the starts tell of a break's date against the break, with the doubt that each has. An upgrade is named only where log or release dates bound it.</summary>
/// <param name="found">The break.</param>
/// <param name="digest">The log.</param>
internal sealed class BreakAgreement(OptInBreak found, LogDigest digest)
{
    /// <summary>What the log's first failure says: null for nothing, with a text and whether it agrees.</summary>
    public (bool Agrees, string Text)? Failure()
    {
        if (digest.FirstFailure is not { Time: { } at } first)
            return null;
        string time = ServerLog.Time(first);
        if (Falls(at, ServerLog.DoubtOf(first)))
            return (true, Texts.Format("check.log.dates.failure-agrees", time));
        // A log that begins after the break cannot show what was first.
        if (at > found.NotAfter && digest.Oldest?.Time > found.NotAfter)
            return (true, Texts.Format("check.log.dates.failure-short", ServerLog.Time(digest.Oldest)));
        return (false, Texts.Format(at > found.NotAfter ? "check.log.dates.failure-later" : "check.log.dates.failure-earlier", time));
    }

    /// <summary>What the last start says, by the log or by PostgreSQL; null for nothing.</summary>
    /// <param name="connection">Begin of listmonk's oldest connection; null when not known.</param>
    public string? Start(DateTimeOffset? connection)
    {
        LogEntry[] starts = [.. digest.LastOf(LogClass.Start).Where(entry => entry.Version is not null)];
        if (starts is [.., { Time: { } at } last])
        {
            string key = Falls(at, ServerLog.DoubtOf(last)) ? "check.log.dates.start-agrees" : at > found.NotAfter ? "check.log.dates.start-later" : "check.log.dates.start-earlier";
            return Texts.Format(key, ServerLog.Time(last), last.Version) + Upgrade(starts);
        }

        return connection is { } since && since < found.NotBefore ? Texts.Format("check.log.dates.connection-earlier", since.ToLocalTime()) : null;
    }

    /// <summary>What the date of the running release says; null where it bounds nothing.</summary>
    public string? Release(RunningVersion? running) =>
        running is { IsExact: true } && ReleaseTable.Known.FirstOrDefault(release => release.Version.CompareTo(running.Told) == 0) is { Date: { } date } release
        && new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) > found.NotAfter
            ? Texts.Format("check.log.dates.release-later", release.Version.Text, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
            : null;

    /// <summary>An upgrade that two starts in the log bound.</summary>
    private string Upgrade(LogEntry[] starts)
    {
        for (int index = starts.Length - 1; index > 0; index--)
        {
            (LogEntry before, LogEntry after) = (starts[index - 1], starts[index]);
            if (before.Version == after.Version || after.Time is not { } at)
                continue;
            return " " + Texts.Format(
                Falls(at, ServerLog.DoubtOf(after)) ? "check.log.dates.upgrade-agrees" : "check.log.dates.upgrade-other", before.Version, after.Version, ServerLog.Time(after));
        }

        return "";
    }

    private bool Falls(DateTimeOffset at, TimeSpan doubt) => at >= found.NotBefore - doubt && at <= found.NotAfter + doubt;
}
