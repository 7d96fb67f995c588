using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Metadata;

namespace ListmonkPS.HelpBuilder.Words;

/// <summary>Turns the marked-up text of XML documentation into paragraphs of plain text.</summary>
internal sealed partial class DocumentationText
{
    private const char Break = '\u2029';
    private readonly Dictionary<string, string> _names;

    /// <summary>Makes it with the names under which classes and parameters of cmdlets are known to their users.</summary>
    public DocumentationText(IReadOnlyList<HelpCmdlet> cmdlets)
    {
        _names = cmdlets.ToDictionary(cmdlet => cmdlet.DocumentationId, cmdlet => cmdlet.Name, StringComparer.Ordinal);
        foreach (HelpParameter parameter in cmdlets.SelectMany(cmdlet => cmdlet.Parameters))
        {
            if (parameter.DocumentationId is { } id)
                _names[id] = "-" + parameter.Name;
        }
    }

    /// <summary>The paragraphs of an element, without empty ones; list items are paragraphs that begin with a dash.</summary>
    public IReadOnlyList<string> Paragraphs(XElement element)
    {
        StringBuilder text = new();
        Append(element, text);
        return [.. text.ToString().Split(Break).Select(part => Blanks().Replace(part, " ").Trim()).Where(part => part.Length > 0)];
    }

    private void Append(XElement element, StringBuilder text)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText plain)
                text.Append(plain.Value);
            else if (node is XElement child)
                AppendElement(child, text);
        }
    }

    private void AppendElement(XElement element, StringBuilder text)
    {
        switch (element.Name.LocalName)
        {
            case "para":
                text.Append(Break);
                Append(element, text);
                text.Append(Break);
                break;
            case "item":
                text.Append(Break).Append("- ");
                Append(element, text);
                text.Append(Break);
                break;
            case "see" or "seealso" or "paramref" or "typeparamref":
                text.Append(Reference(element));
                break;
            default:
                Append(element, text);
                break;
        }
    }

    private string Reference(XElement element)
    {
        if (element.Attribute("cref")?.Value is { } id)
            return _names.GetValueOrDefault(id) ?? id[(id.Split('(')[0].LastIndexOf('.') + 1)..];
        string? word = (element.Attribute("langword") ?? element.Attribute("name"))?.Value;
        return word ?? (element.Value.Length > 0 ? element.Value : element.Attribute("href")?.Value ?? "");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
