using System.Collections.ObjectModel;
using System.Reflection;

namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>An attribute as it stands in metadata, read by names since its type is never loaded to run.</summary>
internal sealed class DeclaredAttribute(CustomAttributeData data)
{
    private const string EngineNamespace = "System.Management.Automation.";

    /// <summary>The attributes of one of the engine's types, for example Parameter, on a class or property.</summary>
    public static IReadOnlyList<DeclaredAttribute> Of(MemberInfo member, string name) =>
        [.. member.GetCustomAttributesData()
            .Where(data => data.AttributeType.FullName == EngineNamespace + name + "Attribute")
            .Select(data => new DeclaredAttribute(data))];

    /// <summary>A named argument, or null when it is not written.</summary>
    public object? Named(string name) =>
        data.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value).FirstOrDefault();

    /// <summary>True when the named argument is written as true.</summary>
    public bool IsSet(string name) => Named(name) is true;

    /// <summary>The constructor's arguments; those of a params array each by itself.</summary>
    public IReadOnlyList<object?> Arguments { get; } =
        [.. data.ConstructorArguments.SelectMany(argument => argument.Value is ReadOnlyCollection<CustomAttributeTypedArgument> items
            ? items.Select(item => item.Value)
            : [argument.Value])];
}
