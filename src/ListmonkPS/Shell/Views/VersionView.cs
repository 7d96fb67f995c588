using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default view of <see cref="VersionTest"/>.</summary>
public static class VersionView
{
    /// <summary>Width of the columns status and id with their blanks.</summary>
    private const int BesideWhat = 19;

    /// <summary>Status with its mark.</summary>
    public static string Status(VersionTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return Mark.Of(test.Status) + " " + test.Status;
    }

    /// <summary>What it is, under it why it bites here, and what to do unless it does not.</summary>
    public static string What(VersionTest test, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(test);
        int width = LineWidth.Of(host) - BesideWhat;
        IEnumerable<string> texts = [test.Summary, test.Condition ?? "", test.Status == CheckStatus.Pass ? "" : test.Remedy?.Text ?? ""];
        return string.Join('\n', texts.Where(text => text.Length > 0).SelectMany(text => CellText.Wrap(VisibleText.Of(text), width)));
    }
}
