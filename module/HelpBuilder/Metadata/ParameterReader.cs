using System.Reflection;

namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>Reads the parameters of a cmdlet class, its base classes' included.</summary>
internal static class ParameterReader
{
    /// <summary>The parameters in the order of declaration, the class's own first.</summary>
    public static IReadOnlyList<HelpParameter> Read(Type cmdlet) =>
        [.. cmdlet.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => Shown(property).Any())
            .OrderBy(property => Distance(cmdlet, property.DeclaringType!))
            .ThenBy(property => property.MetadataToken)
            .Select(ReadOne)];

    private static HelpParameter ReadOne(PropertyInfo property)
    {
        IReadOnlyList<string> allowed = [.. DeclaredAttribute.Of(property, "ValidateSet").SelectMany(set => set.Arguments).OfType<string>()];
        return new HelpParameter(
            property.Name,
            $"P:{property.DeclaringType!.FullName}.{property.Name}",
            HelpTypeReader.Read(property.PropertyType),
            Shown(property).ToDictionary(
                declared => declared.Named("ParameterSetName") as string ?? HelpParameter.AllSets, ReadUse, StringComparer.Ordinal))
        {
            Aliases = [.. DeclaredAttribute.Of(property, "Alias").SelectMany(alias => alias.Arguments).OfType<string>()],
            Default = DeclaredAttribute.Of(property, "PSDefaultValue").Select(value => value.Named("Help") ?? value.Named("Value")).FirstOrDefault()?.ToString(),
            AcceptsWildcards = DeclaredAttribute.Of(property, "SupportsWildcards").Count > 0,
            Values = allowed.Count > 0 ? allowed : HelpTypeReader.Values(property.PropertyType),
        };
    }

    // A set may take a parameter only to refuse it in its own words.
    private static IEnumerable<DeclaredAttribute> Shown(PropertyInfo property) =>
        DeclaredAttribute.Of(property, "Parameter").Where(use => !use.IsSet("DontShow"));

    private static ParameterUse ReadUse(DeclaredAttribute declared) => new(
        declared.IsSet("Mandatory"),
        declared.Named("Position") is int position and >= 0 ? position : null,
        declared.IsSet("ValueFromPipeline"),
        declared.IsSet("ValueFromPipelineByPropertyName"));

    private static int Distance(Type from, Type to)
    {
        int steps = 0;
        for (Type? type = from; type is not null && type != to; type = type.BaseType)
            steps++;
        return steps;
    }
}
