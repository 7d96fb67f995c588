using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ListmonkPS.Core.Tests.Architecture;

/// <summary>Which namespaces of a built assembly use which, read from its metadata and code.</summary>
internal static class AssemblyArrows
{
    /// <summary>All pairs of different top-level types of ours in which the first uses the second.</summary>
    public static IReadOnlySet<(TypeName From, TypeName To)> Of(string assemblyPath)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        HashSet<(TypeName From, TypeName To)> arrows = [];
        foreach (TypeDefinition type in assembly.MainModule.GetTypes())
        {
            TypeName from = TopLevel(type);
            foreach (TypeName to in Uses(type).SelectMany(Parts).Select(TopLevel).Where(IsOurs))
            {
                if (to != from && IsOurs(from))
                {
                    arrows.Add((from, to));
                }
            }
        }

        return arrows;
    }

    /// <summary>Simple names of the assemblies that an assembly refers to.</summary>
    public static IReadOnlyList<string> References(string assemblyPath)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(assemblyPath);
        return [.. assembly.MainModule.AssemblyReferences.Select(reference => reference.Name)];
    }

    private static bool IsOurs(TypeName type) => type.Namespace.StartsWith("ListmonkPS", StringComparison.Ordinal);

    private static TypeName TopLevel(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return new TypeName(type.Namespace, type.Name.Split('`')[0]);
    }

    private static IEnumerable<TypeReference> Uses(TypeDefinition type)
    {
        IEnumerable<TypeReference?> shape =
        [
            type.BaseType,
            .. type.Interfaces.Select(item => item.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
            .. type.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType),
        ];
        return shape.Concat(type.Methods.SelectMany(UsesOfMethod)).OfType<TypeReference>();
    }

    private static IEnumerable<TypeReference?> UsesOfMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference?> signature = [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];
        return method.HasBody
            ? signature
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.Instructions.SelectMany(UsesOfInstruction))
            : signature;
    }

    private static IEnumerable<TypeReference?> UsesOfInstruction(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    // A generic or array type uses each of its parts.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification specification => Parts(specification.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
