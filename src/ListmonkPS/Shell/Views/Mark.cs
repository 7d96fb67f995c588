using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>The sign before a row, one cell wide: a word always stands beside it.</summary>
internal static class Mark
{
    /// <summary>Mark of a check's outcome, in its colour.</summary>
    public static string Of(CheckStatus status) => status switch
    {
        CheckStatus.Pass => Paint.Green("\u221A"),
        CheckStatus.Fail => Paint.Red("\u00D7"),
        CheckStatus.Warning => Paint.Yellow("!"),
        CheckStatus.Skipped => Paint.Grey("-"),
        _ => Paint.Yellow("?"),
    };
}
