using System.Globalization;
using System.Xml.Linq;
using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Words;

namespace ListmonkPS.HelpBuilder.Maml;

/// <summary>The parameter elements, in the list of all and in the syntax lines.</summary>
internal static class MamlParameters
{
    /// <summary>All parameters by name, each with what holds in any of its sets.</summary>
    public static XElement Make(HelpCmdlet cmdlet, XmlDocumentation words) => new(
        MamlNames.Command + "parameters",
        cmdlet.Parameters.OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => MakeOne(parameter, OverAllSets(parameter), words)));

    /// <summary>One parameter as it is used in one set.</summary>
    public static XElement MakeOne(HelpParameter parameter, ParameterUse use, XmlDocumentation words) => new(
        MamlNames.Command + "parameter",
        new XAttribute("required", Text(use.IsMandatory)),
        new XAttribute("variableLength", Text(parameter.Type.ShortName.EndsWith("[]", StringComparison.Ordinal))),
        new XAttribute("globbing", Text(parameter.AcceptsWildcards)),
        new XAttribute("pipelineInput", Pipeline(use)),
        new XAttribute("position", use.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
        new XAttribute("aliases", parameter.Aliases.Count > 0 ? string.Join(", ", parameter.Aliases) : "none"),
        new XElement(MamlNames.Maml + "name", parameter.Name),
        new XElement(MamlNames.Maml + "description", MamlNames.Paras(Words(parameter, words))),
        Values(parameter),
        Value(parameter),
        new XElement(MamlNames.Dev + "type", new XElement(MamlNames.Maml + "name", parameter.Type.FullName), new XElement(MamlNames.Maml + "uri")),
        new XElement(MamlNames.Dev + "defaultValue", parameter.Default ?? (parameter.IsSwitch ? "False" : "None")));

    private static List<string> Words(HelpParameter parameter, XmlDocumentation words)
    {
        List<string> texts = [parameter.OwnWords ?? words.Summary(parameter.DocumentationId!)];
        if (parameter.Values.Count > 0)
            texts.Add("Values: " + string.Join(", ", parameter.Values) + ".");
        return texts;
    }

    // A switch is written without a value.
    private static XElement? Value(HelpParameter parameter) => parameter.IsSwitch
        ? null
        : new XElement(
            MamlNames.Command + "parameterValue",
            new XAttribute("required", "true"),
            new XAttribute("variableLength", Text(parameter.Type.ShortName.EndsWith("[]", StringComparison.Ordinal))),
            parameter.Type.ShortName);

    private static XElement? Values(HelpParameter parameter) => parameter.Values.Count == 0
        ? null
        : new XElement(
            MamlNames.Command + "parameterValueGroup",
            parameter.Values.Select(value => new XElement(
                MamlNames.Command + "parameterValue",
                new XAttribute("required", "false"),
                new XAttribute("variableLength", "false"),
                value)));

    private static ParameterUse OverAllSets(HelpParameter parameter)
    {
        ICollection<ParameterUse> uses = [.. parameter.Uses.Values];
        return new ParameterUse(
            uses.All(use => use.IsMandatory),
            uses.Select(use => use.Position).FirstOrDefault(position => position is not null),
            uses.Any(use => use.ByValue),
            uses.Any(use => use.ByPropertyName));
    }

    private static string Pipeline(ParameterUse use) => (use.ByValue, use.ByPropertyName) switch
    {
        (true, true) => "True (ByValue, ByPropertyName)",
        (true, false) => "True (ByValue)",
        (false, true) => "True (ByPropertyName)",
        _ => "False",
    };

    private static string Text(bool value) => value ? "true" : "false";
}
