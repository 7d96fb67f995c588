using System.Globalization;
using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default view of <see cref="QueueItem"/>.</summary>
public static class QueueView
{
    private const int NameWidth = 22;

    /// <summary>Width of the columns mark, kind, name and progress with their blanks.</summary>
    private const int BesideSummary = 59;

    /// <summary>A mark: stands still or is over the limit, or nothing.</summary>
    public static string Sign(QueueItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsStuck ? Mark.Of(CheckStatus.Fail) : " ";
    }

    /// <summary>Name, cut.</summary>
    public static string Name(QueueItem item) => CellText.Cut(VisibleText.Of(item?.Name), NameWidth);

    /// <summary>How far it is: done of total, or the total alone.</summary>
    public static string Progress(QueueItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        string total = item.Total is { } all ? Figures.Count(all) : "-";
        return item is { Done: { } done, Progress: { } share } ? string.Create(CultureInfo.CurrentCulture, $"{Figures.Count(done)}/{total} {share:P0}") : total;
    }

    /// <summary>What there is to say, in lines that fit beside the rest.</summary>
    public static string Summary(QueueItem item, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(item);
        return string.Join('\n', CellText.Wrap(VisibleText.Of(item.Summary), LineWidth.Of(host) - BesideSummary));
    }
}
