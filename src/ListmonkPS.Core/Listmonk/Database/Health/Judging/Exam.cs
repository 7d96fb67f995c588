using ListmonkPS.Core.Listmonk.Database.Health.Reading;
using ListmonkPS.Core.Listmonk.Versions;

namespace ListmonkPS.Core.Listmonk.Database.Health.Judging;

/// <summary>What the aspects of one database are judged by.</summary>
/// <param name="Place">host:port/name.</param>
/// <param name="Info">What it said of itself.</param>
/// <param name="Health">What PostgreSQL tells.</param>
/// <param name="Version">Version of listmonk that runs; null when the API does not tell.</param>
/// <param name="Now">When it was read.</param>
/// <param name="FreeSpace">Bytes that are left where the data is; null when that cannot be known from here.</param>
internal sealed record Exam(string Place, DatabaseInfo Info, DatabaseHealth Health, ListmonkVersion? Version, DateTimeOffset Now, long? FreeSpace)
{
    /// <summary>How many connections listmonk opens at most; null for no bound, or when that is not known.</summary>
    public int? MostOpenOfListmonk { get; init; }

    /// <summary>An aspect that is as it should be.</summary>
    public static DatabaseTest Pass(DatabaseAspect aspect, string summary, params IEnumerable<string> details) =>
        new() { Aspect = aspect, Status = CheckStatus.Pass, Summary = summary, Details = new TextList<string>(details) };

    /// <summary>An aspect that is not.</summary>
    public static DatabaseTest Wrong(DatabaseAspect aspect, CheckStatus status, string summary, string remedy, params IEnumerable<string> details) =>
        new() { Aspect = aspect, Status = status, Summary = summary, Remedy = remedy, Details = new TextList<string>(details) };

    /// <summary>An aspect that our role may not see, with what it needs.</summary>
    public static DatabaseTest Skipped(DatabaseAspect aspect, string summary, string? remedy = null) =>
        new() { Aspect = aspect, Status = CheckStatus.Skipped, Summary = summary, Remedy = remedy };

    /// <summary>An aspect of other sessions, which our role may not see.</summary>
    public DatabaseTest NeedsStatistics(DatabaseAspect aspect) =>
        Skipped(aspect, Texts.Format("database.needs-stats"), Texts.Format("database.needs-stats.remedy", Info.Rights.Role));
}
