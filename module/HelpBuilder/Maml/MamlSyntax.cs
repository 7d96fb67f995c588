using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Words;

namespace ListmonkPS.HelpBuilder.Maml;

/// <summary>The syntax lines: one a parameter set, what has a position first, then what is mandatory, then the rest.</summary>
internal static class MamlSyntax
{
    /// <summary>Makes the syntax element.</summary>
    public static XElement Make(HelpCmdlet cmdlet, XmlDocumentation words) =>
        new(MamlNames.Command + "syntax", cmdlet.ParameterSets.Select(set => MakeItem(cmdlet, set, words)));

    private static XElement MakeItem(HelpCmdlet cmdlet, string set, XmlDocumentation words)
    {
        IEnumerable<(HelpParameter Parameter, ParameterUse Use)> used = cmdlet.Parameters
            .Select(parameter => (Parameter: parameter, Use: parameter.UseIn(set)!))
            .Where(pair => pair.Use is not null)
            .OrderBy(pair => pair.Use.Position ?? int.MaxValue)
            .ThenBy(pair => pair.Use.IsMandatory ? 0 : 1);
        return new XElement(
            MamlNames.Command + "syntaxItem",
            new XElement(MamlNames.Maml + "name", cmdlet.Name),
            used.Select(pair => MamlParameters.MakeOne(pair.Parameter, pair.Use, words)));
    }
}
