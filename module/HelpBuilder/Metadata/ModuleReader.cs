using System.Reflection;

namespace ListmonkPS.HelpBuilder.Metadata;

/// <summary>Reads the cmdlets of an assembly from its metadata; nothing of it is run.</summary>
internal static class ModuleReader
{
    /// <summary>The cmdlets by name.</summary>
    /// <param name="assembly">Path of the assembly.</param>
    /// <param name="references">Folders with everything that it refers to, the framework's reference assemblies included.</param>
    public static IReadOnlyList<HelpCmdlet> Read(string assembly, IReadOnlyList<string> references)
    {
        IEnumerable<string> files = references.SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Append(assembly).Distinct(StringComparer.Ordinal);
        using MetadataLoadContext context = new(new PathAssemblyResolver(files), "System.Runtime");
        return [.. context.LoadFromAssemblyPath(Path.GetFullPath(assembly)).GetExportedTypes()
            .Select(CmdletReader.TryRead)
            .OfType<HelpCmdlet>()
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];
    }
}
