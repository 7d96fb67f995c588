using System.Management.Automation.Language;
using ListmonkPS.Shell.Sessions;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>Head and closing lines of one diagnosis.</summary>
internal static class RunView
{
    private const string Gap = "   ";
    private const int LabelColumn = 12;

    // Holds a number and its word together where the line is broken.
    private const char NoBreak = '\u00A0';

    /// <summary>Server, version, access, and the offset of the times.</summary>
    public static string Head(DiagnosisDigest digest)
    {
        List<string> parts = [VisibleText.Of(digest.Session)];
        if (digest.Version is { } version)
            parts.Add(Texts.Format("view.head-version", VisibleText.Of(version)));
        parts.Add(AccessOf(digest));
        parts.Add(Texts.Format("view.head-times", Figures.Offset()));
        return string.Join(Gap, parts);
    }

    /// <summary>What was found in numbers, and what to do: the lines next to the prompt.</summary>
    public static IEnumerable<string> Closing(DiagnosisDigest digest, int width)
    {
        Dictionary<CheckStatus, int> counts = digest.Checks.GroupBy(check => check.Status).ToDictionary(group => group.Key, group => group.Count());
        int roots = digest.Checks.Count(check => check.RootCause);
        IEnumerable<string> verdict = CellText.Wrap(Verdict(counts, roots) + Tally(digest, counts, roots), width - 2);
        string indent = Mark.Of(Overall(counts, roots)) + " ";
        foreach (string line in verdict)
        {
            yield return indent + line.Replace(NoBreak, ' ');
            indent = "  ";
        }

        foreach (string line in roots > 0 ? ToDo(digest, width) : People(digest))
            yield return line;
    }

    /// <summary>The command or record of a remedy, which is never cut, else its text; with a word on the reload.</summary>
    public static IReadOnlyList<string> RemedyLines(CheckRemedy remedy, int width)
    {
        if (remedy.Command is not { } command)
            return TextLines(remedy, width);
        string reload = remedy.NeedsRestart ? Gap + Texts.Format("view.reload") : "";
        return CellWidth.Of(command + reload) <= width ? [command + reload] : [command];
    }

    /// <summary>The text, and a record on a line of its own, whole, to be copied.</summary>
    private static IReadOnlyList<string> TextLines(CheckRemedy remedy, int width)
    {
        if (remedy.Record is not { } record)
            return CellText.Wrap(VisibleText.Of(remedy.Text), width);
        bool isAllSaid = remedy.Text.Contains(record.Value, StringComparison.Ordinal);
        return [.. CellText.Wrap(isAllSaid ? Texts.Format("view.publish") : VisibleText.Of(remedy.Text), width), VisibleText.Of(record.ZoneLine)];
    }

    private static string AccessOf(DiagnosisDigest digest)
    {
        string access = SessionView.AccessWords(digest.Access);
        if (digest is { Access: Access.Api, User: { } user })
            return Texts.Format("view.access-user", access, VisibleText.Of(user));
        return digest.IsDatabaseReadOnly is true && digest.Access.HasFlag(Access.Database) ? Texts.Format("view.access-read-only", access) : access;
    }

    private static CheckStatus Overall(Dictionary<CheckStatus, int> counts, int roots) => true switch
    {
        _ when roots > 0 || counts.ContainsKey(CheckStatus.Fail) => CheckStatus.Fail,
        _ when counts.ContainsKey(CheckStatus.Error) || !counts.ContainsKey(CheckStatus.Pass) => CheckStatus.Error,
        _ when counts.ContainsKey(CheckStatus.Warning) => CheckStatus.Warning,
        _ => CheckStatus.Pass,
    };

    private static string Verdict(Dictionary<CheckStatus, int> counts, int roots)
    {
        if (roots == 0)
            return Texts.Format(counts.ContainsKey(CheckStatus.Pass) ? "view.nothing-found" : "view.nothing-judged") + " ";
        int effects = counts[CheckStatus.Fail] - roots;
        string found = Texts.Format("view.root-causes", roots);
        return effects > 0 ? found + " " + Texts.Format("view.effects", effects) + ", " : found + ", ";
    }

    private static string Tally(DiagnosisDigest digest, Dictionary<CheckStatus, int> counts, int roots)
    {
        string passed = Texts.Format("view.passed", counts.GetValueOrDefault(CheckStatus.Pass));
        List<string> parts = roots == 0 ? [passed] : [];
        if (counts.TryGetValue(CheckStatus.Warning, out int warnings) || roots > 0)
            parts.Add(Texts.Format("view.warnings", warnings));
        if (counts.TryGetValue(CheckStatus.Error, out int errors))
            parts.Add(Texts.Format("view.errors", errors));
        if (counts.TryGetValue(CheckStatus.Skipped, out int skipped))
            parts.Add(Texts.Format("view.skipped", skipped));
        if (roots > 0)
            parts.Add(passed);
        parts.Add(Texts.Format("view.took", Figures.Duration(digest.Duration)));
        return string.Join(", ", parts.Select(part => part.Replace(' ', NoBreak)));
    }

    private static IEnumerable<string> ToDo(DiagnosisDigest digest, int width)
    {
        string label = Texts.Format("view.label-mend");
        foreach (CheckRemedy remedy in digest.Checks.Where(check => check.RootCause).Select(check => check.Remedy).OfType<CheckRemedy>())
        {
            IReadOnlyList<string> lines = remedy.Command is { } command ? [command] : TextLines(remedy, width - LabelColumn);
            foreach (string line in lines)
            {
                yield return CellText.Pad("  " + label, LabelColumn) + Paint.Green(line);
                label = "";
            }
        }

        if (digest.WaitingCount is > 0)
        {
            label = Texts.Format("view.label-recover");
            foreach (string line in RecoverCommand(digest, width - LabelColumn))
            {
                yield return CellText.Pad("  " + label, LabelColumn) + Paint.Green(line);
                label = "";
            }
        }

        if (digest.WaitingCount is null)
            yield return "  " + Texts.Format("view.waiting-unknown");
    }

    /// <summary>Mails who was missed, as a plan first; names the session where it is not the default one. Broken after the pipe, it still pastes as one command.</summary>
    private static IReadOnlyList<string> RecoverCommand(DiagnosisDigest digest, int width)
    {
        const string Resend = "Invoke-OptInResend -WhatIf";
        string people = "Get-UnconfirmedSubscriber";
        if (SessionTable.OfRunspace().Default?.Name != digest.Session)
            people += $" -Session '{CodeGeneration.EscapeSingleQuotedStringContent(digest.Session)}'";
        if (MissedSince(digest) is { } since)
            people += $" -Since '{Figures.Time(since)}'";
        string whole = $"{people} | {Resend}";
        return whole.Length <= width ? [whole] : [people + " |", Resend];
    }

    /// <summary>When the first cause began; null when that is not known of each of them, so that nobody is left out.</summary>
    private static DateTimeOffset? MissedSince(DiagnosisDigest digest)
    {
        DateTimeOffset?[] since = [.. digest.Checks.Where(check => check.RootCause).Select(check => check.Since)];
        return since.Contains(null) ? null : since.Min();
    }

    private static IEnumerable<string> People(DiagnosisDigest digest)
    {
        string waiting = digest.WaitingCount is { } count ? Texts.Format("view.people-wait", count) + " " : "";
        yield return "  " + waiting + Texts.Format("view.not-proved");
    }
}
