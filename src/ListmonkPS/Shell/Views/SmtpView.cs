using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>The default view of <see cref="SmtpTest"/>: the steps with marks and times, then what to do; of several servers one row each, and the steps of those that did not pass.</summary>
public static class SmtpView
{
    private const string Gap = "   ";
    private const int NameWidth = 13;
    private const int ReplyWidth = 12;
    private const int TimeWidth = 9;
    private const int RemedyIndent = 10;

    /// <summary>A conversation as it is shown.</summary>
    /// <param name="test">The conversation.</param>
    /// <param name="host">Host whose width counts.</param>
    public static string Row(SmtpTest test, PSHost? host) => Row(test, LineWidth.Of(host));

    /// <summary>A conversation as it is shown.</summary>
    /// <param name="test">The conversation.</param>
    /// <param name="width">Longest line, in cells.</param>
    public static string Row(SmtpTest test, int width)
    {
        ArgumentNullException.ThrowIfNull(test);
        if (test.Siblings <= 1)
            return string.Join('\n', Whole(test, width));
        IEnumerable<string> head = test.IsFirst ? [SmtpRow.Head()] : [];
        IEnumerable<string> details = test.Status == CheckStatus.Pass ? [] : ["", .. Whole(test, width), ""];
        return string.Join('\n', [.. head, SmtpRow.Of(test), .. details]);
    }

    /// <summary>When to try again, in words; nothing when not at all.</summary>
    public static string Retry(SmtpReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.RetryAfter is { } pause && pause > TimeSpan.Zero ? Texts.Format("view.retry-after", reply.CanRetry, Figures.Span(pause).Replace(" 0s", "", StringComparison.Ordinal).Replace(" 0m", "", StringComparison.Ordinal).Replace(" 0h", "", StringComparison.Ordinal)) : reply.CanRetry.ToString();
    }

    /// <summary>Both codes of a reply.</summary>
    public static string Codes(int? code, string? enhanced) => $"{code} {enhanced}".Trim();

    /// <summary>The server's words, fit for a cell.</summary>
    public static string Words(string? text) => VisibleText.Of(text);

    private static List<string> Whole(SmtpTest test, int width)
    {
        List<string> lines = [Head(test), ""];
        if (test.Stages.Count > 0)
        {
            lines.Add("  " + CellText.Pad("  " + Texts.Format("view.smtp-stage"), NameWidth + 2) + CellText.Pad(Texts.Format("view.smtp-reply"), ReplyWidth)
                + CellText.Pad(Texts.Format("view.smtp-time"), TimeWidth) + Texts.Format("view.smtp-what"));
            lines.AddRange(test.Stages.SelectMany(stage => StageLines(stage, width)));
            lines.Add("");
        }

        lines.AddRange(Closing(test, width));
        return lines;
    }

    private static string Head(SmtpTest test)
    {
        List<string> parts = [$"{VisibleText.Of(test.Server)}:{test.Port}", Texts.Format("view.smtp-tls-" + test.Tls)];
        if (test.Block is { } block)
            parts.Add(Texts.Format("view.smtp-block", VisibleText.Of(block)));
        if (test.SeenFrom == SmtpViewpoint.Listmonk)
            parts.Add(Texts.Format("view.smtp-from-listmonk"));
        if (test.Address is { } address)
            parts.Add(test.Addresses.Count > 1 ? Texts.Format("view.smtp-address-of", address, test.Addresses.Count) : address);
        if (test.Provider is { } provider)
            parts.Add(provider);
        parts.Add(Figures.Duration(test.Duration));
        return string.Join(Gap, parts);
    }

    private static IEnumerable<string> StageLines(SmtpStage stage, int width)
    {
        string time = stage.Duration > TimeSpan.Zero ? Figures.Duration(stage.Duration) : "";
        string start = CellText.Pad(stage.Name.ToString(), NameWidth) + CellText.Pad(Codes(stage.ReplyCode, stage.EnhancedCode), ReplyWidth) + CellText.Pad(time, TimeWidth);
        string what = VisibleText.Of(stage.Summary.Length > 0 ? stage.Summary : stage.ReplyText);
        string indent = "  " + Mark.Of(stage.Status) + " ";
        foreach (string line in CellText.Wrap(what, width - 4 - CellWidth.Of(start)))
        {
            yield return indent + start + line;
            indent = "    ";
            start = new string(' ', CellWidth.Of(start));
        }
    }

    private static IEnumerable<string> Closing(SmtpTest test, int width)
    {
        string verdict = test.Status switch
        {
            CheckStatus.Pass => Texts.Format("view.smtp-passed"),
            CheckStatus.Skipped => Texts.Format("view.smtp-skipped", test.Stage),
            _ => Texts.Format("view.smtp-" + test.CanRetry, test.Class, test.Stage),
        };
        List<string> parts = [verdict];
        if (test.Offered.Count > 0 && test.Stage is SmtpStageName.Auth or SmtpStageName.StartTls)
            parts.Add(Texts.Format("view.smtp-offered", VisibleText.Of(string.Join(", ", test.Offered))));
        if (test is { Stage: SmtpStageName.Auth, User.Length: > 0 })
            parts.Add(Texts.Format("view.smtp-user", VisibleText.Of(test.User)));
        string indent = Mark.Of(test.Status) + " ";
        foreach (string line in CellText.Wrap(string.Join("  ", parts), width - 2))
        {
            yield return indent + line;
            indent = "  ";
        }

        if (test.Stages.Count == 0 && test.ReplyText.Length > 0)
            yield return "  " + CellText.Cut(VisibleText.Of($"{Codes(test.ReplyCode, test.EnhancedCode)} {test.ReplyText}".Trim()), width - 2);
        if (test.Remedy is not { } remedy)
            yield break;
        string label = CellText.Pad("  " + Texts.Format("view.smtp-remedy"), RemedyIndent);
        foreach (string line in RunView.RemedyLines(remedy, width - RemedyIndent - 1))
        {
            yield return label + Paint.Green(line);
            label = new string(' ', CellWidth.Of(label));
        }
    }
}
