using System.Globalization;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Replies.Reading;

/// <summary>Code, enhanced code and words of a bare reply of one or more lines (RFC 5321 section 4.2.1).</summary>
/// <param name="Code">Code of the last line; null without one.</param>
/// <param name="Enhanced">Enhanced code; null without one.</param>
/// <param name="Seamed">The words in one line, with <see cref="Seam"/> where a line end may have cut a word.</param>
internal sealed partial record ReplyText(int? Code, EnhancedCode? Enhanced, string Seamed)
{
    /// <summary>Stands where lines that were cut by length were joined: a word may go on there, or begin.</summary>
    public const char Seam = '\u001F';

    /// <summary>More words than any server needs (RFC 5321 section 4.5.3.1.5: 512 a line).</summary>
    private const int MaximumLength = 4_096;

    /// <summary>The words in one line, as people read them.</summary>
    public string Text => Blanks().Replace(Seamed.Replace(Seam.ToString(), "", StringComparison.Ordinal), " ").Trim();

    /// <summary>Reads a bare reply; of several replies the first refusal, since what follows is often only its echo.</summary>
    public static ReplyText Parse(string body)
    {
        List<List<Piece>> replies = [[]];
        bool isOver = false;
        foreach (string line in body.Split('\n'))
        {
            List<Piece> current = replies[^1];
            Match match = Line().Match(line.TrimStart());
            if (!match.Success)
            {
                // listmonk's log keeps the code of the first line only; bounces fold lines. What follows an empty line is something else.
                isOver = current.Exists(piece => piece.Code is not null) && (isOver || string.IsNullOrWhiteSpace(line));
                if (!isOver && !string.IsNullOrWhiteSpace(line))
                    current.Add(new Piece(null, false, line.Trim()));
                continue;
            }

            isOver = false;

            if (current.Exists(piece => piece.Code is not null && piece.IsLast))
                replies.Add(current = []);
            int code = int.Parse(match.Groups["code"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            current.Add(new Piece(code, match.Groups["more"].Value != "-", match.Groups["text"].Value));
        }

        return Join(replies.Find(reply => reply.Exists(piece => piece.Code >= 400)) ?? replies[^1]);
    }

    private static ReplyText Join(List<Piece> pieces)
    {
        int? code = pieces.FindLast(piece => piece.Code is not null)?.Code;
        EnhancedCode? enhanced = null;
        List<string> lines = [];
        foreach (Piece piece in pieces)
        {
            Match match = Prefix().Match(piece.Text);
            // A first digit that does not fit the code is not an enhanced code but a figure of the text.
            bool isEnhanced = match.Success && (code is null || match.Groups["code"].ValueSpan[0] - '0' == code / 100);
            if (isEnhanced)
                enhanced = EnhancedCode.TryParse(match.Groups["code"].Value);
            lines.Add(isEnhanced ? piece.Text[match.Length..] : piece.Text);
        }

        DropRepeatedFigure(lines);
        string joined = string.Join(IsCutByLength(lines) ? Seam : ' ', lines);
        bool isMultiLine = pieces.Exists(piece => piece is { Code: not null, IsLast: false });
        string bounded = joined.Length > MaximumLength ? joined[..MaximumLength] : joined;
        return new ReplyText(code, enhanced, WithoutRepeats(bounded, code, enhanced, isMultiLine).Trim());
    }

    /// <summary>True when all lines but the last are equally long: then they were cut by length, inside words too.</summary>
    private static bool IsCutByLength(List<string> lines) =>
        lines.Count > 2 && lines[0].Length > 0 && lines.SkipLast(1).All(line => line.Length == lines[0].Length) && lines[^1].Length <= lines[0].Length;

    /// <summary>Takes out what looks like a cut enhanced code ("552-1 …") and is repeated in each line, but for the first.</summary>
    private static void DropRepeatedFigure(List<string> lines)
    {
        Match first = Figure().Match(lines.Count > 1 ? lines[0] : "");
        if (!first.Success || !lines.TrueForAll(line => line.StartsWith(first.Value, StringComparison.Ordinal)))
            return;
        for (int index = 1; index < lines.Count; index++)
            lines[index] = lines[index][first.Length..];
    }

    /// <summary>Takes out the codes that a log repeats where the lines were joined: "550-5.7.26 This mail 550-5.7.26 was".</summary>
    private static string WithoutRepeats(string text, int? code, EnhancedCode? enhanced, bool isMultiLine)
    {
        string result = text;
        string digits = code?.ToString(CultureInfo.InvariantCulture) ?? "";
        if (digits.Length > 0 && text.Contains(digits, StringComparison.Ordinal))
        {
            string follows = enhanced is null ? "" : $@"\s?{Regex.Escape(enhanced.ToString())}(?!\d)";
            string ends = isMultiLine ? $"[- ](?:{follows})?" : $@"[- ]{follows}(?:\s|$)";
            result = Regex.Replace(result, $@"(?<=\s){digits}(?:{ends}|-(?=\w))|(?<=[\p{{L}}.,;:!?)]){digits}[- ](?=\S)", " ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        }

        return enhanced is null || !result.Contains(enhanced.ToString(), StringComparison.Ordinal)
            ? result
            : Regex.Replace(result, $@"(?<=\s){Regex.Escape(enhanced.ToString())}(?=\s|$)", " ", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    [GeneratedRegex(@"^(?<code>[2-5]\d\d)(?:(?<more>[ -])(?<text>.*)|, b?['""](?<text>.*?)(?:['""].*)?|)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\s*[(\[]?#?(?<code>[245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)[)\]]?[:,;-]?(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^\d{1,3} ", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    private sealed record Piece(int? Code, bool IsLast, string Text);
}
