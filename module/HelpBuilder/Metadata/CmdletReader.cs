namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>Reads the shape of a cmdlet class.</summary>
internal static class CmdletReader
{
    /// <summary>The cmdlet of a class, or null when the class is none.</summary>
    public static HelpCmdlet? TryRead(Type type)
    {
        if (!type.IsPublic || type.IsAbstract || DeclaredAttribute.Of(type, "Cmdlet") is not [DeclaredAttribute cmdlet])
            return null;

        List<HelpParameter> parameters = [.. ParameterReader.Read(type)];
        List<string> sets = ParameterSets(parameters, cmdlet.Named("DefaultParameterSetName") as string);
        if (cmdlet.IsSet("SupportsShouldProcess"))
            parameters.AddRange(ShouldProcessSwitches.All);
        return new HelpCmdlet((string)cmdlet.Arguments[0]!, (string)cmdlet.Arguments[1]!, "T:" + type.FullName, sets, parameters, Outputs(type));
    }

    private static List<string> ParameterSets(List<HelpParameter> parameters, string? defaultSet)
    {
        List<string> sets = [.. parameters.SelectMany(parameter => parameter.Uses.Keys).Where(set => set != HelpParameter.AllSets).Distinct()];
        if (defaultSet is not null)
        {
            sets.Remove(defaultSet);
            sets.Insert(0, defaultSet);
        }

        return sets.Count == 0 ? [HelpParameter.AllSets] : sets;
    }

    private static IReadOnlyList<HelpType> Outputs(Type type) =>
        [.. DeclaredAttribute.Of(type, "OutputType").SelectMany(output => output.Arguments).OfType<Type>().Distinct().Select(HelpTypeReader.Read)];
}
