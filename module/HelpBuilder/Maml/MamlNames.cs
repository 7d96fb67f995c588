using System.Xml.Linq;

namespace ListmonkPS.HelpBuilder.Maml;

/// <summary>The namespaces of MAML, by the prefixes under which they are always written, and small elements in them.</summary>
internal static class MamlNames
{
    /// <summary>The file itself.</summary>
    public static readonly XNamespace Help = "http://msh";

    /// <summary>Text.</summary>
    public static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    /// <summary>Commands.</summary>
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    /// <summary>Code and types.</summary>
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Paragraphs.</summary>
    public static IEnumerable<XElement> Paras(IEnumerable<string> texts) => texts.Select(text => new XElement(Maml + "para", text));

    /// <summary>A type with its words, where it has any.</summary>
    public static IEnumerable<XElement> TypeWithWords(string name, string words)
    {
        yield return new XElement(Dev + "type", new XElement(Maml + "name", name), new XElement(Maml + "uri"));
        if (words.Length > 0)
            yield return new XElement(Maml + "description", Paras([words]));
    }
}
