using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Metadata;

namespace ListmonkPS.HelpBuilder.Words;

/// <summary>The words of the XML documentation files, as paragraphs of plain text.</summary>
internal sealed class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _members;
    private readonly DocumentationText _text;

    private XmlDocumentation(Dictionary<string, XElement> members, DocumentationText text)
    {
        _members = members;
        _text = text;
    }

    /// <summary>Reads the files; the cmdlets are needed to show a reference to one of their classes by the cmdlet's name.</summary>
    public static XmlDocumentation Load(IReadOnlyList<string> files, IReadOnlyList<HelpCmdlet> cmdlets)
    {
        // The first file wins: generated code (regular expressions) has the same names in each assembly.
        Dictionary<string, XElement> members = new(StringComparer.Ordinal);
        foreach (XElement member in files.SelectMany(file => XDocument.Load(file).Descendants("member")))
            members.TryAdd(member.Attribute("name")!.Value, member);
        return new XmlDocumentation(members, new DocumentationText(cmdlets));
    }

    /// <summary>The summary of a member as one paragraph; empty when it has none.</summary>
    public string Summary(string id) => string.Join(" ", Paragraphs(id, "summary"));

    /// <summary>The remarks of a member, one text a paragraph; none when it has none.</summary>
    public IReadOnlyList<string> Remarks(string id) => Paragraphs(id, "remarks");

    private IReadOnlyList<string> Paragraphs(string id, string part) =>
        _members.GetValueOrDefault(id)?.Element(part) is { } element ? _text.Paragraphs(element) : [];
}
