using System.Management.Automation.Host;
using ListmonkPS.Shell.Views.Cells;

namespace ListmonkPS.Shell.Views;

/// <summary>The default view of <see cref="ListmonkCheck"/>: one row a check, the root cause with its evidence, the last one with the closing lines.</summary>
public static class CheckView
{
    private const int IdWidth = 28;
    private const int EffectIndent = 2;
    private const int DetailIndent = 4;
    private const int LabelWidth = 10;

    /// <summary>Head of the checks of one run: server, version, access and the offset of the times below.</summary>
    /// <param name="check">Any check of the run.</param>
    public static string Head(ListmonkCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return check.Digest is null ? SessionView.Head(check.Session) : RunView.Head(check.Digest);
    }

    /// <summary>A check as it stands in the table; several lines for a root cause and for the last one.</summary>
    /// <param name="check">The check.</param>
    /// <param name="host">Host whose width counts.</param>
    public static string Row(ListmonkCheck check, PSHost? host) => Row(check, LineWidth.Of(host));

    /// <summary>A check as it stands in the table; several lines for a root cause and for the last one.</summary>
    /// <param name="check">The check.</param>
    /// <param name="width">Longest line, in cells; only a command or a single word may be longer.</param>
    public static string Row(ListmonkCheck check, int width)
    {
        ArgumentNullException.ThrowIfNull(check);
        List<string> lines = [.. Finding(check, width)];
        if (check.RootCause)
            lines.AddRange(Details(check, width));
        if (check is { ClosesRun: true, Digest: { } digest })
            lines.AddRange(["", .. RunView.Closing(digest, width)]);
        return string.Join('\n', lines);
    }

    /// <summary>The evidence in full, a line each.</summary>
    public static string Evidence(ListmonkCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        return string.Join('\n', check.Evidence.Select(seen => VisibleText.Of(seen.ToString())));
    }

    /// <summary>Since when, local, with offset; nothing when it is not known.</summary>
    public static string Since(ListmonkCheck check) => check?.Since is { } since ? Texts.Format("view.time-with-offset", since.ToLocalTime()) : "";

    private static IEnumerable<string> Finding(ListmonkCheck check, int width)
    {
        bool isEffect = check is { Status: CheckStatus.Fail, ExplainedBy: not null };
        string indent = new(' ', isEffect ? EffectIndent : 0);
        string id = CellText.Pad(VisibleText.Of(check.Id), IdWidth - indent.Length);
        int column = indent.Length + 2 + CellWidth.Of(id);
        string label = check.RootCause ? Texts.Format("view.root-cause") + "  " : "";
        IReadOnlyList<string> text = CellText.Wrap(label + VisibleText.Of(Summary(check)), width - column);
        string first = check.RootCause ? Paint.Red(id + label.TrimEnd()) + text[0][(label.Length - 2)..] : id + text[0];
        yield return indent + Mark.Of(check.Status) + " " + first;
        foreach (string line in text.Skip(1))
            yield return new string(' ', column) + line;
    }

    /// <summary>A reason that several checks of one area share is told once; a row without text would still be a line.</summary>
    private static string Summary(ListmonkCheck check) => check is { Status: CheckStatus.Skipped, ExplainedBy: null, Digest: { } digest }
        && digest.Checks.FirstOrDefault(other => other.Status == CheckStatus.Skipped && Area(other) == Area(check) && other.Summary == check.Summary) is { } first
        && first.Id != check.Id
            ? Texts.Format("view.same-reason", first.Id)
            : check.Summary;

    private static string Area(ListmonkCheck check) => check.Id.Split('.')[0];

    private static List<string> Details(ListmonkCheck check, int width)
    {
        int room = width - DetailIndent - LabelWidth;
        List<string> lines = [];
        if (check.Since is { } since)
            lines.AddRange(Labelled("view.label-since", [Figures.Time(since)]));
        lines.AddRange(Labelled("view.label-evidence", check.Evidence.SelectMany(seen => CellText.Wrap(VisibleText.Of(seen.ToString()), room))));
        if (check.Explains.Count > 0)
            lines.AddRange(Labelled("view.label-explains", CellText.Wrap(string.Join(", ", check.Explains), room)));
        if (check.Remedy is { } remedy)
            lines.AddRange(Labelled("view.label-remedy", RunView.RemedyLines(remedy, room).Select(Paint.Green)));
        return lines;
    }

    private static IEnumerable<string> Labelled(string key, IEnumerable<string> lines)
    {
        string label = Texts.Format(key);
        foreach (string line in lines)
        {
            yield return new string(' ', DetailIndent) + CellText.Pad(label, LabelWidth) + line;
            label = "";
        }
    }
}
