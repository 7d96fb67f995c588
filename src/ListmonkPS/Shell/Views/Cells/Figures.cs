using System.Globalization;

namespace ListmonkPS.Shell.Views.Cells;

/// <summary>Counts, times and spans as views show them.</summary>
internal static class Figures
{
    /// <summary>A count, grouped by the user's culture.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A point in time, local, to the minute; the head of the group names the offset.</summary>
    public static string Time(DateTimeOffset time) => time.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The offset of local time from UTC now, such as +02:00.</summary>
    public static string Offset() => TimeProvider.System.GetLocalNow().ToString("zzz", CultureInfo.InvariantCulture);

    /// <summary>A long span in its two greatest units: 3d 4h, 2h 10m, 1m 20s, 42s.</summary>
    public static string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays}d {span.Hours}h"),
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Hours}h {span.Minutes}m"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}m {span.Seconds}s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.Seconds)}s"),
    };

    /// <summary>A share of 0 to 1 in per cent; a dash when it is not known.</summary>
    public static string Share(double? share) => share is { } part ? string.Create(CultureInfo.CurrentCulture, $"{part * 100:0.0} %") : "-";

    /// <summary>A measured time: 84 ms, 2.1 s, 1m 20s.</summary>
    public static string Duration(TimeSpan span) => span switch
    {
        { TotalMinutes: >= 1 } => Span(span),
        { TotalSeconds: >= 1 } => string.Create(CultureInfo.CurrentCulture, $"{span.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{span.TotalMilliseconds:0} ms"),
    };
}
