using System.Text;
using System.Text.RegularExpressions;

namespace ListmonkPS.Core.Mail.Composing;

/// <summary>One text of a template, cut into what stands there and the fields to be put in.</summary>
internal sealed partial class TemplateText
{
    private readonly IReadOnlyList<(string Plain, string? Field)> _pieces;

    private TemplateText(IReadOnlyList<(string, string?)> pieces) => _pieces = pieces;

    /// <summary>True when the field is named in it.</summary>
    public bool Has(string field) => _pieces.Any(piece => piece.Field == field);

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unknown">Told of a field that is none: its text and its line, from 1.</param>
    public static TemplateText Read(string text, Action<string, int> unknown)
    {
        List<(string, string?)> pieces = [];
        int start = 0;
        foreach (Match match in Field().Matches(text))
        {
            string name = match.Groups["name"].Value;
            string? field = TemplateFields.All.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (field is null)
                unknown(match.Value, text.AsSpan(0, match.Index).Count('\n') + 1);
            pieces.Add((text[start..match.Index], field));
            start = match.Index + match.Length;
        }

        pieces.Add((text[start..], null));
        // A field that is never closed would reach people as it stands.
        if (Opening().Match(text) is { Success: true } open)
            unknown(open.Value, text.AsSpan(0, open.Index).Count('\n') + 1);
        return new TemplateText(pieces);
    }

    /// <summary>The text with values put in.</summary>
    /// <param name="values">Values by field.</param>
    /// <param name="encode">Makes a value harmless in this kind of text.</param>
    public string Fill(IReadOnlyDictionary<string, string> values, Func<string, string> encode)
    {
        StringBuilder filled = new();
        foreach ((string plain, string? field) in _pieces)
        {
            filled.Append(plain);
            if (field is not null)
                filled.Append(encode(values[field]));
        }

        return filled.ToString();
    }

    [GeneratedRegex(@"\{\{(?!\s*[^{}]*\}\}).{0,40}", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\{\{\s*(?<name>[^{}]*?)\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
