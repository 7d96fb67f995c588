using System.Xml.Linq;

namespace ListmonkPS.Core.Tests.Help;

/// <summary>Short ways through MAML, by local names.</summary>
internal static class MamlPaths
{
    /// <summary>The elements under a path of local names, for example syntax/syntaxItem.</summary>
    public static IReadOnlyList<XElement> At(this XElement element, string path) =>
        [.. path.Split('/').Aggregate(Enumerable.Repeat(element, 1), (found, name) => found.Elements().Where(child => child.Name.LocalName == name))];

    /// <summary>The texts of those elements.</summary>
    public static IReadOnlyList<string> Texts(this XElement element, string path) => [.. element.At(path).Select(found => found.Value)];

    /// <summary>The parameter of that name in the list of all.</summary>
    public static XElement Parameter(this XElement command, string name) =>
        command.At("parameters/parameter").Single(parameter => parameter.Texts("name") is [string found] && found == name);

    /// <summary>The value of an attribute.</summary>
    public static string Mark(this XElement element, string name) => element.Attribute(name)!.Value;
}
