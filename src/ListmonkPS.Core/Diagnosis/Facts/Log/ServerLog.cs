using ListmonkPS.Core.Evidence.Logs.Reading;

namespace ListmonkPS.Core.Diagnosis.Facts.Log;

/// <summary>What listmonk's log tells, from its memory by the API, and from files.</summary>
/// <param name="Digest">The log, added up.</param>
/// <param name="HasFiles">True when files were read too: the memory is emptied by every reload.</param>
internal sealed record ServerLog(LogDigest Digest, bool HasFiles)
{
    /// <summary>What is older says nothing of now.</summary>
    public static readonly TimeSpan Recent = TimeSpan.FromDays(2);

    /// <summary>Stamps have no zone: they can be wrong by as much.</summary>
    private static readonly TimeSpan FarthestZone = TimeSpan.FromHours(14);

    /// <summary>True when an entry is of the last two days, as far as its stamp tells.</summary>
    public static bool IsRecent(LogEntry? entry, DateTimeOffset now) =>
        entry is not null && (entry.Time is not { } at || at > now - Recent - (entry.HasZone ? TimeSpan.Zero : FarthestZone));

    /// <summary>How far the time of an entry can be wrong.</summary>
    public static TimeSpan DoubtOf(LogEntry entry) => entry.HasZone ? TimeSpan.FromMinutes(2) : FarthestZone;

    /// <summary>An entry as evidence.</summary>
    public static CheckEvidence Evidence(LogEntry entry) => new(Texts.Format("check.log.source", entry.Place), entry.Class.ToString(), Shortened(entry.Message), When: entry.Time);

    /// <summary>The time of an entry in words, local.</summary>
    public static string Time(LogEntry entry) => entry.Time is { } at ? Texts.Format(entry.HasZone ? "check.log.time" : "check.log.time-zoneless", at.ToLocalTime()) : Texts.Format("check.log.time-unknown");

    /// <summary>So much of a message that it fits into a sentence.</summary>
    public static string Shortened(string message) => Safety.HarmlessText.Of(message);
}
