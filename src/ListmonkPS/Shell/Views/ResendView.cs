using System.Management.Automation.Host;
using System.Management.Automation.Language;
using ListmonkPS.Shell.Sessions;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>The default views of <see cref="OptInResendRun"/>, the closing summary of a run, and of <see cref="OptInResend"/>.</summary>
public static class ResendView
{
    private const int EmailWidth = 28;
    private const int LabelWidth = 11;
    private const string Gap = "     ";
    private const string LabelIndent = "  ";

    /// <summary>A run as it is shown.</summary>
    /// <param name="run">The run.</param>
    /// <param name="host">Host whose width counts.</param>
    public static string Row(OptInResendRun run, PSHost? host) => Row(run, LineWidth.Of(host));

    /// <summary>A run as it is shown.</summary>
    /// <param name="run">The run.</param>
    /// <param name="width">Longest line, in cells.</param>
    public static string Row(OptInResendRun run, int width)
    {
        ArgumentNullException.ThrowIfNull(run);
        List<string> lines = [CellText.Cut(Head(run), width), "", .. Counts(run, width)];
        if (Rates(run) is { Length: > 0 } rates)
            lines.AddRange(CellText.Wrap(rates, width - LabelIndent.Length).Select(line => LabelIndent + line));
        if (run.Reason.Length > 0)
            lines.AddRange(Labelled(Texts.Format("view.resend-reason"), CellText.Wrap(VisibleText.Of(run.Reason), width - LabelWidth), Paint.Yellow));
        lines.AddRange(Next(run, width));
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>Mark and state of a person.</summary>
    public static string State(OptInResend resend)
    {
        ArgumentNullException.ThrowIfNull(resend);
        return MarkOf(resend.State) + " " + resend.State;
    }

    /// <summary>Address, cut before the domain; the number alone when nobody has it any more.</summary>
    public static string Email(OptInResend resend) => CellText.CutAddress(VisibleText.Of(resend?.Email), EmailWidth);

    /// <summary>When it was sent, or is tried again.</summary>
    public static string When(OptInResend resend)
    {
        ArgumentNullException.ThrowIfNull(resend);
        return resend.SentAt is { } sent ? Figures.Time(sent)
            : resend.NextAttemptAt is { } next ? "> " + Figures.Time(next)
            : "-";
    }

    /// <summary>Class, code and words of the last reply.</summary>
    public static string Reply(OptInResend resend)
    {
        ArgumentNullException.ThrowIfNull(resend);
        return VisibleText.Of(string.Join(' ', new[] { resend.Class is SmtpReplyClass.Accepted ? null : resend.Class?.ToString(), resend.ReplyCode?.ToString(System.Globalization.CultureInfo.InvariantCulture), resend.ReplyText }.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string Head(OptInResendRun run) => Texts.Format(
        "view.resend-head",
        VisibleText.Of(run.Run),
        Texts.Format("view.resend-state-" + run.State),
        Figures.Time(run.EndedAt ?? run.StartedAt),
        Texts.Format("view.resend-via-" + run.Via, VisibleText.Of(run.Account)));

    private static IEnumerable<string> Counts(OptInResendRun run, int width)
    {
        List<(string Plain, string Shown)> parts = [];
        Add(parts, OptInResendState.Sent, "view.resend-sent", run.Sent, isAlways: run.Queued == 0);
        Add(parts, OptInResendState.Queued, "view.resend-queued", run.Queued);
        Add(parts, OptInResendState.Retry, "view.resend-retry", run.Retry);
        Add(parts, OptInResendState.GaveUp, "view.resend-gave-up", run.GaveUp);
        Add(parts, OptInResendState.InDoubt, "view.resend-in-doubt", run.InDoubt);
        Add(parts, OptInResendState.Skipped, "view.resend-skipped", run.Skipped);
        Add(parts, OptInResendState.Due, "view.resend-left", run.Left, isAlways: true);
        // Of one that runs the head says since when.
        string of = run.EndedAt is { } end
            ? Texts.Format("view.resend-of", run.Total, Figures.Span(end - run.StartedAt))
            : Texts.Format("view.resend-of-running", run.Total);
        parts.Add((of, of));
        string line = "";
        int cells = 0;
        foreach ((string plain, string shown) in parts)
        {
            if (cells > 0 && LabelIndent.Length + cells + Gap.Length + CellWidth.Of(plain) > width)
            {
                yield return LabelIndent + line;
                (line, cells) = ("", 0);
            }

            line += (cells > 0 ? Gap : "") + shown;
            cells += (cells > 0 ? Gap.Length : 0) + CellWidth.Of(plain);
        }

        yield return LabelIndent + line;
    }

    private static void Add(List<(string Plain, string Shown)> parts, OptInResendState state, string key, long count, bool isAlways = false)
    {
        if (count == 0 && !isAlways)
            return;
        string text = Texts.Format(key, count);
        parts.Add(("x " + text, MarkOf(state) + " " + text));
    }

    private static string Rates(OptInResendRun run) => string.Join("   ", new[]
    {
        run.GaveUpBy.Count > 0 ? Texts.Format("view.resend-gave-up-by", string.Join(", ", run.GaveUpBy)) : null,
        run.RecoveryRate is { } rate ? Texts.Format("view.resend-confirmed", run.Confirmed, rate) : null,
    }.Where(part => part is not null));

    private static IEnumerable<string> Next(OptInResendRun run, int width)
    {
        if (NextCommand(run) is not { } command)
            return [];
        List<string> lines = [.. CommandText.Wrap(command, width - LabelWidth)];
        if (run is { State: OptInResendRunState.Paused or OptInResendRunState.Stopped, NextAt: { } at })
        {
            string when = "(" + Texts.Format("view.resend-goes-on", Figures.Time(at)) + ")";
            bool fits = LabelWidth + CellWidth.Of(lines[^1]) + 3 + CellWidth.Of(when) < width;
            lines = fits ? [.. lines[..^1], $"{lines[^1]}   {when}"] : [.. lines, when];
        }

        return Labelled(Texts.Format("view.resend-next"), lines, Paint.Green);
    }

    private static string? NextCommand(OptInResendRun run) =>
        run.State is OptInResendRunState.Paused or OptInResendRunState.Stopped
            ? ResumeCommand(run)
            : (run.InDoubt, run.GaveUp) switch
            {
                ( > 0, > 0) => $"Get-OptInResend -Run {run.Run} -State InDoubt, GaveUp",
                ( > 0, _) => $"Get-OptInResend -Run {run.Run} -State InDoubt",
                (_, > 0) => $"Get-OptInResend -Run {run.Run} -State GaveUp",
                _ => null,
            };

    /// <summary>Names the session where a paste would go to another one.</summary>
    private static string ResumeCommand(OptInResendRun run)
    {
        SessionTable table = SessionTable.OfRunspace();
        string session = table.All.Count > 1 && table.Default?.Name != run.Session ? $" -Session '{CodeGeneration.EscapeSingleQuotedStringContent(run.Session)}'" : "";
        return $"Invoke-OptInResend -Run {run.Run}" + (run.ResumeWith.Length > 0 ? " " + VisibleText.Of(run.ResumeWith) : "") + session;
    }

    private static IEnumerable<string> Labelled(string label, IEnumerable<string> lines, Func<string, string> paint)
    {
        string start = CellText.Pad(LabelIndent + label, LabelWidth);
        foreach (string line in lines)
        {
            yield return start + paint(line);
            start = new string(' ', LabelWidth);
        }
    }

    private static string MarkOf(OptInResendState state) => state switch
    {
        OptInResendState.Sent or OptInResendState.Queued => Paint.Green("\u221A"),
        OptInResendState.GaveUp => Paint.Red("\u00D7"),
        OptInResendState.InDoubt => Paint.Yellow("?"),
        OptInResendState.Retry => Paint.Yellow("!"),
        OptInResendState.Skipped => Paint.Grey("-"),
        _ => ">",
    };
}
