using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Pages;
using ListmonkPS.HelpBuilder.Words;

namespace ListmonkPS.HelpBuilder.Maml;

/// <summary>The help file: one command element a cmdlet, in the form that Get-Help reads.</summary>
internal static class MamlDocument
{
    /// <summary>Makes the whole file.</summary>
    public static XDocument Make(IReadOnlyList<HelpCmdlet> cmdlets, IReadOnlyDictionary<string, CmdletPage> pages, XmlDocumentation words) =>
        new(new XElement(
            MamlNames.Help + "helpItems",
            new XAttribute("schema", "maml"),
            cmdlets.Select(cmdlet => MakeCommand(cmdlet, pages[cmdlet.Name], words))));

    private static XElement MakeCommand(HelpCmdlet cmdlet, CmdletPage page, XmlDocumentation words)
    {
        string synopsis = words.Summary(cmdlet.DocumentationId);
        return new XElement(
            MamlNames.Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", MamlNames.Maml),
            new XAttribute(XNamespace.Xmlns + "command", MamlNames.Command),
            new XAttribute(XNamespace.Xmlns + "dev", MamlNames.Dev),
            new XElement(
                MamlNames.Command + "details",
                new XElement(MamlNames.Command + "name", cmdlet.Name),
                new XElement(MamlNames.Command + "verb", cmdlet.Verb),
                new XElement(MamlNames.Command + "noun", cmdlet.Noun),
                new XElement(MamlNames.Maml + "description", MamlNames.Paras([synopsis]))),
            new XElement(MamlNames.Maml + "description", MamlNames.Paras(words.Remarks(cmdlet.DocumentationId))),
            MamlSyntax.Make(cmdlet, words),
            MamlParameters.Make(cmdlet, words),
            MakeInputs(cmdlet),
            new XElement(
                MamlNames.Command + "returnValues",
                cmdlet.Outputs.Select(output => new XElement(MamlNames.Command + "returnValue", MakeOutput(output, words)))),
            page.Notes.Count == 0 ? null : new XElement(MamlNames.Maml + "alertSet", new XElement(MamlNames.Maml + "alert", MamlNames.Paras(page.Notes))),
            MamlExamples.Make(page),
            new XElement(
                MamlNames.Command + "relatedLinks",
                page.Links.Select(link => new XElement(
                    MamlNames.Maml + "navigationLink",
                    new XElement(MamlNames.Maml + "linkText", link.Text),
                    new XElement(MamlNames.Maml + "uri", link.Uri ?? "")))));
    }

    private static IEnumerable<XElement> MakeOutput(HelpType output, XmlDocumentation words) => output.FullName == "System.Void"
        ? MamlNames.TypeWithWords("None", "It emits nothing.")
        : MamlNames.TypeWithWords(output.FullName, words.Summary(output.DocumentationId));

    private static XElement MakeInputs(HelpCmdlet cmdlet)
    {
        List<IEnumerable<XElement>> inputs = [.. cmdlet.Parameters
            .Where(parameter => parameter.Uses.Values.Any(use => use.ByValue))
            .Select(parameter => MamlNames.TypeWithWords(parameter.Type.FullName, $"Taken from the pipeline by -{parameter.Name}."))];
        if (inputs.Count == 0)
            inputs.Add(MamlNames.TypeWithWords("None", "It takes nothing from the pipeline by value."));
        return new XElement(MamlNames.Command + "inputTypes", inputs.Select(input => new XElement(MamlNames.Command + "inputType", input)));
    }
}
