namespace ListmonkPS.HelpBuilder;

/// <summary>What the command line asks for.</summary>
internal sealed record HelpBuildOptions
{
    /// <summary>The assembly with the cmdlets.</summary>
    public required string Assembly { get; init; }

    /// <summary>Its XML documentation.</summary>
    public required string Documentation { get; init; }

    /// <summary>XML documentation of the result records.</summary>
    public required string ContractsDocumentation { get; init; }

    /// <summary>Folder with one Markdown page a cmdlet.</summary>
    public required string Pages { get; init; }

    /// <summary>Folders with the assemblies that the first one refers to.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>The MAML file to be written.</summary>
    public required string Output { get; init; }

    private static readonly string[] Names = ["assembly", "documentation", "contracts-documentation", "pages", "references", "output"];

    /// <summary>Reads pairs of --name and value; adds a problem for each that is missing or unknown and then returns null.</summary>
    public static HelpBuildOptions? Parse(IReadOnlyList<string> arguments, ProblemList problems)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int index = 0; index < arguments.Count; index += 2)
        {
            string name = arguments[index].TrimStart('-');
            if (!Names.Contains(name) || index + 1 == arguments.Count || !values.TryAdd(name, arguments[index + 1]))
                problems.Add(ProblemCode.CommandLine, "HelpBuilder", $"'{arguments[index]}' is unknown, given twice or without a value.");
        }

        foreach (string name in Names.Where(name => string.IsNullOrWhiteSpace(values.GetValueOrDefault(name))))
            problems.Add(ProblemCode.CommandLine, "HelpBuilder", $"--{name} is missing.");
        return problems.All.Count > 0 ? null : new HelpBuildOptions
        {
            Assembly = values["assembly"],
            Documentation = values["documentation"],
            ContractsDocumentation = values["contracts-documentation"],
            Pages = Path.GetFullPath(values["pages"]),
            References = values["references"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Output = values["output"],
        };
    }
}
