using System.Globalization;
using System.Text;

namespace ListmonkPS;

/// <summary>One domain's record as it was evaluated: the root of the tree, or an included or redirected domain in it.</summary>
public sealed record SpfCheckTrace
{
    private const int Indent = 2;

    /// <summary>Domain whose record was looked for.</summary>
    public required string Domain { get; init; }

    /// <summary>The record; null when there was none, the first when there were several.</summary>
    public string? Record { get; init; }

    /// <summary>Result of this domain alone.</summary>
    public SpfOutcome Result { get; init; }

    /// <summary>The machine word for the result where no term matched; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The terms in the order in which they were evaluated; terms behind the deciding one are not in it.</summary>
    public TextList<SpfTermTrace> Terms { get; init; } = TextList<SpfTermTrace>.Empty;

    /// <summary>The tree as lines of text, two spaces a level.</summary>
    public override string ToString()
    {
        StringBuilder lines = new();
        AppendTo(lines, 0);
        return lines.ToString().TrimEnd();
    }

    private void AppendTo(StringBuilder lines, int depth)
    {
        lines.Append(' ', depth * Indent).AppendLine(CultureInfo.InvariantCulture, $"{Domain}: {Result}{Bracket(Reason)}");
        foreach (SpfTermTrace term in Terms)
        {
            string outcome = term.Result is { } result ? $" = {result}" : "";
            lines.Append(' ', (depth + 1) * Indent)
                .AppendLine(CultureInfo.InvariantCulture, $"[{term.LookupCount}] {term.Term}{outcome}{Bracket(term.MatchedAddress ?? term.Reason)}");
            term.Inner?.AppendTo(lines, depth + 2);
        }
    }

    private static string Bracket(string? text) => text is null ? "" : $" ({text})";
}
