using System.Reflection;
using System.Runtime.Loader;

namespace ListmonkPS.Shell.Loading;

/// <summary>
/// Loads Core and every library that it brings apart from those of other modules, so that both run whatever versions they ship.
/// </summary>
/// <param name="entryPath">Full path of ListmonkPS.Core.dll; the libraries are found by the deps.json beside it.</param>
internal sealed class PrivateContext(string entryPath) : AssemblyLoadContext("ListmonkPS")
{
    private static readonly string FrameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    private readonly AssemblyDependencyResolver _resolver = new(entryPath);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Null lets the default context decide: it has Contracts, whose types both sides must share.
        string? path = _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null || FrameworkHasIt(assemblyName.Name, path) ? null : LoadFromAssemblyPath(path);
    }

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? IntPtr.Zero : LoadUnmanagedDllFromPath(path);
    }

    /// <summary>True when the shared framework has the assembly in our version or a newer one: ActivitySource and the like must stay one.</summary>
    private static bool FrameworkHasIt(string? name, string ownPath)
    {
        string path = Path.Combine(FrameworkFolder, name + ".dll");
        return File.Exists(path) && AssemblyName.GetAssemblyName(path).Version >= AssemblyName.GetAssemblyName(ownPath).Version;
    }
}
