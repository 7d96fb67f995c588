using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Cells of the default view of <see cref="DatabaseTest"/>.</summary>
public static class DatabaseView
{
    /// <summary>Width of the columns status and aspect with their blanks.</summary>
    private const int BesideWhat = 27;

    /// <summary>Status with its mark.</summary>
    public static string Status(DatabaseTest test)
    {
        ArgumentNullException.ThrowIfNull(test);
        return Mark.Of(test.Status) + " " + test.Status;
    }

    /// <summary>What was found, and under it what to do, in lines that fit beside status and aspect.</summary>
    public static string What(DatabaseTest test, PSHost? host)
    {
        ArgumentNullException.ThrowIfNull(test);
        int width = LineWidth.Of(host) - BesideWhat;
        string remedy = test.Remedy is null ? "" : Texts.Format("view.dns-remedy", VisibleText.Of(test.Remedy));
        IEnumerable<string> lines = CellText.Wrap(VisibleText.Of(test.Summary), width).Concat(remedy.Length > 0 ? CellText.Wrap(remedy, width) : []);
        return string.Join('\n', lines);
    }
}
