using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>One row for one mail server of several.</summary>
internal static class SmtpRow
{
    private static readonly (string Key, int Width)[] Columns =
    [
        ("view.smtp-server", 31), ("view.smtp-port", 6), ("view.smtp-tls", 10), ("view.smtp-status", 9), ("view.smtp-ended", 12), ("view.smtp-reply", 11), ("view.smtp-class", 0),
    ];

    /// <summary>The head of the columns.</summary>
    public static string Head() => "  " + Join(Columns.Select(column => Texts.Format(column.Key)));

    /// <summary>The row.</summary>
    public static string Of(SmtpTest test) => Mark.Of(test.Status) + " " + Join(
    [
        CellText.Cut(VisibleText.Of(test.Server), Columns[0].Width - 1),
        test.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        test.Tls.ToString(),
        test.Status.ToString(),
        test.Stage.ToString(),
        SmtpView.Codes(test.ReplyCode, test.EnhancedCode),
        test.SeenFrom == SmtpViewpoint.Listmonk ? Texts.Format("view.smtp-class-listmonk", test.Class) : test.Class.ToString(),
    ]);

    private static string Join(IEnumerable<string> cells) =>
        string.Concat(cells.Zip(Columns, (cell, column) => column.Width == 0 ? cell : CellText.Pad(cell, column.Width)));
}
