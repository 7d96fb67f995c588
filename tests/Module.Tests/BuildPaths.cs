using System.Reflection;

namespace ListmonkPS.Module.Tests;

/// <summary>Where the build put things; written into this assembly by its project file.</summary>
internal static class BuildPaths
{
    /// <summary>Folder with the solution.</summary>
    public static string Repository { get; } = Read("RepositoryRoot");

    /// <summary>Manifest of the assembled module.</summary>
    public static string ModuleManifest { get; } = Path.Combine(Read("ModuleFolder"), "ListmonkPS.psd1");

    /// <summary>Manifest of Pester, as it lies in its package.</summary>
    public static string PesterManifest { get; } = Path.Combine(Read("PesterFolder"), "tools", "Pester.psd1");

    /// <summary>Folder with the Pester files.</summary>
    public static string PesterFiles { get; } = Path.Combine(Repository, "tests", "pester");

    /// <summary>Manifest of the module that ships a stub of Npgsql.</summary>
    public static string ForeignManifest { get; } = Path.Combine(Read("ForeignFolder"), "ForeignModule.psd1");

    /// <summary>Our cmdlets' assembly without the private context.</summary>
    public static string UnisolatedAssembly { get; } = Path.Combine(Read("UnisolatedFolder"), "ListmonkPS.dll");

    private static string Read(string key) => Path.GetFullPath(typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!);
}
