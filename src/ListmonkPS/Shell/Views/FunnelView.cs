using System.Globalization;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default views of <see cref="OptInPeriod"/> and <see cref="OptInBreak"/>.</summary>
public static class FunnelView
{
    private const int MostBars = 30;
    private const int ListWidth = 24;
    private const string Bars = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587";

    /// <summary>What the periods of one list have in common, for their group.</summary>
    public static string Group(OptInPeriod period) => $"{period?.Session}\n{period?.ListId}";

    /// <summary>Head of the periods of one list: server, list, offset of the times, and how the share of those who confirm within a day went.</summary>
    public static string Head(OptInPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        string line = string.Concat(period.Series.TakeLast(MostBars).Select(share => Bar(share, period.Series.Max() ?? 0)));
        string list = CellText.Cut(VisibleText.Of(period.ListName), ListWidth);
        return Texts.Format("view.head-list", VisibleText.Of(period.Session), list, Figures.Offset(), line);
    }

    /// <summary>When the period begins: the day, with the hour where periods are hours.</summary>
    public static string Start(OptInPeriod period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.End - period.Start < TimeSpan.FromHours(12)
            ? Figures.Time(period.Start)
            : period.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A number of people.</summary>
    public static string People(long count) => Figures.Count(count);

    /// <summary>Share of those who have confirmed.</summary>
    public static string Share(OptInPeriod period) => Figures.Share(period?.Share);

    /// <summary>Time in which half of those who confirmed did so.</summary>
    public static string Median(OptInPeriod period) => period?.MedianTimeToConfirm is { } median ? Figures.Span(median) : "-";

    /// <summary>When it broke, between which times, and how sure that is.</summary>
    public static string Broke(OptInBreak found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Texts.Format(
            "view.broke", Figures.Time(found.At), Figures.Time(found.NotBefore), Figures.Time(found.NotAfter), Texts.Format("view.strength-" + found.Confidence));
    }

    /// <summary>Which sign-ups broke.</summary>
    public static string Scope(OptInBreak found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Texts.Format("view.scope-" + found.Scope, VisibleText.Of(found.ScopeValue));
    }

    /// <summary>The share of those who confirm, before and since.</summary>
    public static string Shares(OptInBreak found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Texts.Format("view.shares", Figures.Share(found.ShareBefore), Figures.Share(found.ShareAfter));
    }

    /// <summary>How many people wait since, and how many would anyway.</summary>
    public static string Hit(OptInBreak found)
    {
        ArgumentNullException.ThrowIfNull(found);
        string hit = Texts.Format("view.hit", Figures.Count(found.AffectedCount), Figures.Count(found.ExpectedCount));
        return found.EndedAt is { } ended ? Texts.Format("view.hit-until", hit, Figures.Time(ended)) : hit;
    }

    private static char Bar(double? share, double most) =>
        share is not { } part ? ' ' : most <= 0 ? Bars[0] : Bars[(int)Math.Round(part / most * (Bars.Length - 1))];
}
