using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Pages;

namespace ListmonkPS.HelpBuilder.Maml;

/// <summary>The examples: what is typed, what is said about it, what one sees.</summary>
internal static class MamlExamples
{
    // Get-Help puts the title of the next example right under the last paragraph.
    private const string BlankLine = "";

    /// <summary>Makes the examples element.</summary>
    public static XElement Make(CmdletPage page) =>
        new(MamlNames.Command + "examples", page.Examples.Select((example, index) => MakeOne(example, index + 1)));

    private static XElement MakeOne(PageExample example, int number) => new(
        MamlNames.Command + "example",
        new XElement(MamlNames.Maml + "title", $"-------- Example {number}: {example.Title} --------"),
        new XElement(MamlNames.Dev + "code", example.Code),
        new XElement(MamlNames.Dev + "remarks", MamlNames.Paras([.. example.Remarks, .. Output(example), BlankLine])));

    private static IEnumerable<string> Output(PageExample example) => example.Output is { } output ? [output] : [];
}
