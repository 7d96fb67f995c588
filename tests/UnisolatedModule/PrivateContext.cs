using System.Reflection;
using System.Runtime.Loader;

namespace ListmonkPS.Shell.Loading;

/// <summary>What the product would do without a context of its own: Core and its libraries beside those of everybody else.</summary>
/// <param name="entryPath">Full path of ListmonkPS.Core.dll.</param>
internal sealed class PrivateContext(string entryPath)
{
    private readonly string _folder = Path.GetDirectoryName(entryPath) ?? "";

    /// <summary>Loads into the default context, with the libraries beside Core as what else is to be found.</summary>
    public Assembly LoadFromAssemblyName(AssemblyName name)
    {
        AssemblyLoadContext.Default.Resolving += (context, wanted) =>
            Path.Combine(_folder, wanted.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(Path.Combine(_folder, name.Name + ".dll"));
    }
}
