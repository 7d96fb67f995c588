namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>The shape of one cmdlet as its assembly declares it.</summary>
/// <param name="Verb">Verb.</param>
/// <param name="Noun">Noun.</param>
/// <param name="DocumentationId">Key of the class in the XML documentation, for example T:ListmonkPS.Connection.ConnectListmonkCommand.</param>
/// <param name="ParameterSets">Names of the parameter sets, the default one first.</param>
/// <param name="Parameters">All parameters in the order of declaration, inherited ones last.</param>
/// <param name="Outputs">Types that it emits.</param>
internal sealed record HelpCmdlet(
    string Verb,
    string Noun,
    string DocumentationId,
    IReadOnlyList<string> ParameterSets,
    IReadOnlyList<HelpParameter> Parameters,
    IReadOnlyList<HelpType> Outputs)
{
    /// <summary>Verb-Noun.</summary>
    public string Name => Verb + "-" + Noun;
}
