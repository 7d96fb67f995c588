namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>Names types the way PowerShell's own syntax does.</summary>
internal static class HelpTypeReader
{
    /// <summary>The type as help shows it; of a nullable value type its plain one, since nobody writes null for it.</summary>
    public static HelpType Read(Type type)
    {
        Type plain = Underlying(type);
        Type element = plain.IsArray ? plain.GetElementType()! : plain;
        return new HelpType(FullName(plain), ShortName(plain), "T:" + FullName(element));
    }

    /// <summary>Names of an enumeration's members; empty for any other type.</summary>
    public static IReadOnlyList<string> Values(Type type)
    {
        Type plain = Underlying(type);
        Type element = plain.IsArray ? plain.GetElementType()! : plain;
        return element.IsEnum ? [.. element.GetFields().Where(field => field.IsLiteral).Select(field => field.Name)] : [];
    }

    private static Type Underlying(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1" ? type.GetGenericArguments()[0] : type;

    private static string FullName(Type type) => type.IsArray ? FullName(type.GetElementType()!) + "[]" : (type.Namespace + "." + ShortName(type)).TrimStart('.');

    private static string ShortName(Type type)
    {
        if (type.IsArray)
            return ShortName(type.GetElementType()!) + "[]";
        if (!type.IsGenericType)
            return type.Name;
        string name = type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)];
        return $"{name}[{string.Join(",", type.GetGenericArguments().Select(ShortName))}]";
    }
}
