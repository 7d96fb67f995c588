using ListmonkPS.HelpBuilder.Metadata;
using ListmonkPS.HelpBuilder.Words;

namespace ListmonkPS.HelpBuilder;

/// <summary>Nothing without words: cmdlets, parameters and what comes out.</summary>
internal static class WordRules
{
    /// <summary>A description shorter than this says no more than the name does.</summary>
    public const int LeastDescription = 40;

    /// <summary>Adds a problem for each thing without words.</summary>
    public static void Check(IReadOnlyList<HelpCmdlet> cmdlets, XmlDocumentation words, string file, ProblemList problems)
    {
        foreach (HelpCmdlet cmdlet in cmdlets)
        {
            if (words.Summary(cmdlet.DocumentationId).Length == 0)
                problems.Add(ProblemCode.NoSynopsis, file, $"{cmdlet.Name} has no synopsis: its class needs a <summary>.");
            if (string.Join(" ", words.Remarks(cmdlet.DocumentationId)).Length < LeastDescription)
                problems.Add(ProblemCode.ShortDescription, file, $"{cmdlet.Name} has no description of {LeastDescription} characters or more: its class needs <remarks> that tell what it reads and what it changes.");
            CheckParameters(cmdlet, words, file, problems);
            CheckOutputs(cmdlet, words, file, problems);
        }
    }

    private static void CheckParameters(HelpCmdlet cmdlet, XmlDocumentation words, string file, ProblemList problems)
    {
        foreach (HelpParameter parameter in cmdlet.Parameters.Where(parameter => parameter.DocumentationId is { } id && words.Summary(id).Length == 0))
            problems.Add(ProblemCode.NoParameterWords, file, $"{cmdlet.Name} -{parameter.Name} has no words: its property needs a <summary>.");
    }

    private static void CheckOutputs(HelpCmdlet cmdlet, XmlDocumentation words, string file, ProblemList problems)
    {
        if (cmdlet.Outputs.Count == 0)
            problems.Add(ProblemCode.NoOutputWords, file, $"{cmdlet.Name} does not say what it emits: its class needs OutputType.");

        // Types of the framework are known without our words.
        foreach (HelpType output in cmdlet.Outputs.Where(output => !output.FullName.StartsWith("System.", StringComparison.Ordinal)))
        {
            if (words.Summary(output.DocumentationId).Length == 0)
                problems.Add(ProblemCode.NoOutputWords, file, $"{cmdlet.Name} emits {output.FullName}, which has no <summary>.");
        }
    }
}
